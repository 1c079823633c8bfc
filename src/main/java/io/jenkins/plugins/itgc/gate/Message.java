package io.jenkins.plugins.itgc.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Something to say to people, as data: the sentence is made where it is shown, in the reader's language.
 *
 * @param code stable name of the sentence, such as {@code review.not-peer-reviewed.what}; what stands before the first dot
 *     tells whose message bundle has it
 * @param arguments what is put into the sentence, by position, which stays what it means for good: text from outside, whole
 *     numbers ({@link Long}), {@link Instant}, {@link Duration}, further messages, and lists of these
 */
public record Message(String code, List<Object> arguments) {
    /** @throws IllegalArgumentException for an argument of another type */
    public Message {
        Objects.requireNonNull(code, "code");
        arguments = arguments.stream().map(Message::typed).toList();
    }

    private static Object typed(Object argument) {
        if (argument instanceof Integer number) {
            return number.longValue();
        }
        if (argument instanceof List<?> list) {
            return list.stream().map(Message::typed).toList();
        }
        if (argument instanceof String
                || argument instanceof Long
                || argument instanceof Instant
                || argument instanceof Duration
                || argument instanceof Message) {
            return argument;
        }
        throw new IllegalArgumentException("A message cannot carry " + argument + ".");
    }

    /**
     * A sentence of the bundle.
     *
     * @param code as in {@link #code}
     * @param arguments none of them null; an {@link Integer} is kept as a {@link Long}
     * @throws IllegalArgumentException for an argument of another type than {@link #arguments} names
     */
    public static Message of(String code, Object... arguments) {
        return new Message(code, List.of(arguments));
    }

    /** A text that is shown as it is in every language, since it comes from outside. */
    public static Message text(String text) {
        return of("gate.text", text);
    }

    /** Whether it is shown as it is in every language. */
    public boolean sameInEveryLanguage() {
        return code.equals("gate.text") && arguments.get(0) instanceof String;
    }

    /** One or another: "a", "a or b", "a or b or c". */
    public static Message anyOf(List<?> alternatives) {
        return joined("gate.or", alternatives);
    }

    /** One with another: "a", "a and b", "a and b and c". */
    public static Message allOf(List<?> parts) {
        return joined("gate.and", parts);
    }

    private static Message joined(String code, List<?> parts) {
        if (parts.isEmpty()) {
            return text("");
        }
        Message all = parts.get(0) instanceof Message message ? message : of("gate.text", parts.get(0));
        for (Object part : new ArrayList<>(parts).subList(1, parts.size())) {
            all = of(code, all, part);
        }
        return all;
    }

    /** The sentence as consoles and the ledger have it. */
    public String english() {
        return in(Locale.ENGLISH);
    }

    /** The sentence in a language; in English where there is none in that language. */
    public String in(Locale locale) {
        return new Sentences(locale).of(this);
    }

    /** In English, for logs and texts that are put together. */
    @Override
    public String toString() {
        return english();
    }
}
