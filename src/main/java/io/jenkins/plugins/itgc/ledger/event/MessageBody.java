package io.jenkins.plugins.itgc.ledger.event;

import io.jenkins.plugins.itgc.gate.Message;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was said, as data, so that it can be said again in another language.
 *
 * @param code name of the sentence
 * @param arguments what is put into it: texts and whole numbers as they are, lists, times as {@code {"instant": ...}},
 *     durations as {@code {"duration": ...}}, further messages as {@code {"code": ..., "arguments": [...]}}
 */
public record MessageBody(String code, List<Object> arguments) {
    public MessageBody {
        arguments = OrEmpty.list(arguments);
    }

    /** A message as entries keep it. */
    public static MessageBody of(Message message) {
        return new MessageBody(
                message.code(),
                message.arguments().stream().map(MessageBody::kept).toList());
    }

    /** The same for what an entry keeps beside its sentence: null for a text that is the same in every language. */
    public static @Nullable MessageBody beside(@Nullable Message message) {
        return message == null || message.sameInEveryLanguage() ? null : of(message);
    }

    private static Object kept(Object argument) {
        if (argument instanceof Instant instant) {
            return Map.of("instant", instant.toString());
        }
        if (argument instanceof Duration duration) {
            return Map.of("duration", duration.toString());
        }
        if (argument instanceof Message message) {
            MessageBody body = of(message);
            return Map.of("code", body.code, "arguments", body.arguments);
        }
        return argument instanceof List<?> list
                ? list.stream().map(MessageBody::kept).toList()
                : argument;
    }

    /**
     * What was said, in the reader's language.
     *
     * @param body null in entries of before these were kept
     * @param english as it was said then; what was said in English is not said otherwise afterwards
     */
    public static String in(Locale locale, @Nullable MessageBody body, String english) {
        if (body == null || locale.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            return english;
        }
        try {
            Message message = body.message();
            return message.in(locale).equals(message.english()) ? english : message.in(locale);
        } catch (IllegalArgumentException | DateTimeException e) {
            return english;
        }
    }

    /**
     * What was said, as a message.
     *
     * @param body null in entries of before these were kept
     * @param english as it was said then; taken where there is no body, or where an argument of it is of no known form
     */
    public static Message message(@Nullable MessageBody body, String english) {
        try {
            return body == null ? Message.text(english) : body.message();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Message.text(english);
        }
    }

    /** @throws IllegalArgumentException when an argument is of no known form */
    Message message() {
        return new Message(code, arguments.stream().map(MessageBody::read).toList());
    }

    private static Object read(Object kept) {
        if (kept instanceof List<?> list) {
            return list.stream().map(MessageBody::read).toList();
        }
        if (!(kept instanceof Map<?, ?> map)) {
            return kept;
        }
        if (map.get("instant") instanceof String instant) {
            return Instant.parse(instant);
        }
        if (map.get("duration") instanceof String duration) {
            return Duration.parse(duration);
        }
        if (map.get("code") instanceof String code && map.get("arguments") instanceof List<?> arguments) {
            return new Message(code, arguments.stream().map(MessageBody::read).toList());
        }
        throw new IllegalArgumentException("Nobody knows what " + map.keySet() + " says.");
    }
}
