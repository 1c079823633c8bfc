package io.jenkins.plugins.itgc.gate;

import java.text.ChoiceFormat;
import java.text.FieldPosition;
import java.text.Format;
import java.text.MessageFormat;
import java.text.ParsePosition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes sentences of messages. Each room has its bundle {@code Findings}: the first part of a code names the room. The
 * patterns are those of {@link MessageFormat}, with {@code {0,choice,...}} for what is one or many.
 *
 * @param locale the reader's
 */
record Sentences(Locale locale) {
    private static final String HOUSE = "io.jenkins.plugins.itgc.";

    /** Without it, a reader of English on a machine of another language would get that machine's. */
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** The sentence; of a code that no bundle has, the code and what was to be said with it. */
    String of(Message message) {
        Object[] arguments = message.arguments().stream().map(this::shown).toArray();
        try {
            return filled(bundle(message.code()).getString(message.code()), arguments);
        } catch (MissingResourceException e) {
            return message.code() + " " + List.of(arguments);
        }
    }

    private ResourceBundle bundle(String code) {
        int dot = code.indexOf('.');
        String room = dot < 0 ? "gate" : code.substring(0, dot);
        return ResourceBundle.getBundle(
                HOUSE + room + ".Findings", locale, Sentences.class.getClassLoader(), NO_FALLBACK);
    }

    private String filled(String pattern, Object[] arguments) {
        MessageFormat format = new MessageFormat(pattern, locale);
        Format[] formats = format.getFormats();
        for (int i = 0; i < formats.length; i++) {
            format.setFormat(
                    i,
                    formats[i] instanceof ChoiceFormat choice
                            ? new Plain(number -> chosen(choice.format(number), arguments))
                            : new Plain(String::valueOf));
        }
        return format.format(arguments);
    }

    /** What a choice takes may have places of its own; {@link MessageFormat} would group the digits of numbers there. */
    private String chosen(String pattern, Object[] arguments) {
        return pattern.indexOf('{') < 0 ? pattern : filled(pattern, arguments);
    }

    /** Numbers stay numbers, since choices are made by them. */
    private Object shown(Object argument) {
        if (argument instanceof Message message) {
            return of(message);
        }
        if (argument instanceof Duration duration) {
            return TimeText.of(duration);
        }
        if (argument instanceof Instant instant) {
            return TimeText.of(instant);
        }
        if (argument instanceof List<?> list) {
            return list.stream().map(one -> shown(one).toString()).collect(Collectors.joining(", "));
        }
        return argument instanceof Long ? argument : argument.toString();
    }

    /** Numbers are names as often as they are amounts: 1234 is not written 1,234. */
    private static final class Plain extends Format {
        private static final long serialVersionUID = 1L;
        private final transient Function<Object, String> shown;

        Plain(Function<Object, String> shown) {
            this.shown = shown;
        }

        @Override
        public StringBuffer format(Object argument, StringBuffer text, FieldPosition position) {
            return text.append(shown.apply(argument));
        }

        @Override
        public Object parseObject(String text, ParsePosition position) {
            throw new UnsupportedOperationException("Sentences are not read.");
        }
    }
}
