package io.jenkins.plugins.itgc.connect.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.itgc.gate.Message;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** A value in an answer that knows its place, so that a missing or odd one is named and never taken for empty. */
public final class Json {
    private static final DateTimeFormatter COMPACT_OFFSET =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS]xx");

    private final JsonNode node;
    private final String place;

    Json(JsonNode node, String place) {
        this.node = node;
        this.place = place;
    }

    /** The value of a member that must be there and not null. */
    public Json get(String name) {
        return optional(name)
                .orElseThrow(() -> new MalformedAnswer(place, Message.of("connect.answer.no-member", name)));
    }

    /** The value of a member; empty when it is null. The member itself may be missing. */
    public Optional<Json> optional(String name) {
        JsonNode value = object().get(name);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(new Json(value, place + "." + name));
    }

    private JsonNode object() {
        if (!node.isObject()) {
            throw new MalformedAnswer(place, Message.of("connect.answer.no-object"));
        }
        return node;
    }

    /**
     * The text of a member that must be there and not null.
     *
     * @throws MalformedAnswer when it is not, or is no text
     */
    public String text(String name) {
        return get(name).asText();
    }

    /**
     * The text of a member; empty when it is missing or null.
     *
     * @throws MalformedAnswer when it is anything but a text
     */
    public Optional<String> optionalText(String name) {
        return optional(name).map(Json::asText);
    }

    /**
     * This value as a text.
     *
     * @throws MalformedAnswer when it is none
     */
    public String asText() {
        if (!node.isTextual()) {
            throw new MalformedAnswer(place, Message.of("connect.answer.no-text"));
        }
        return node.textValue();
    }

    /** Whether it is an object: some members are one or a text, as somebody once wrote them. */
    public boolean isObject() {
        return node.isObject();
    }

    /** Whether a text in it, at whatever depth, holds these words. */
    public boolean holdsText(String words) {
        return node.isTextual()
                ? node.textValue().contains(words)
                : StreamSupport.stream(node.spliterator(), false)
                        .anyMatch(child -> new Json(child, place).holdsText(words));
    }

    /** A text or a whole number, as text: identifiers come as either. */
    public String identifier(String name) {
        JsonNode value = get(name).node;
        if (!value.isTextual() && !value.isIntegralNumber()) {
            throw new MalformedAnswer(place + "." + name, Message.of("connect.answer.no-identifier"));
        }
        return value.asText();
    }

    /**
     * A member that must be true or false.
     *
     * @throws MalformedAnswer when it is neither
     */
    public boolean flag(String name) {
        JsonNode value = get(name).node;
        if (!value.isBoolean()) {
            throw new MalformedAnswer(place + "." + name, Message.of("connect.answer.no-boolean"));
        }
        return value.booleanValue();
    }

    /**
     * A member that must be a whole number.
     *
     * @throws MalformedAnswer when it is none, or too large for an {@code int}
     */
    public int number(String name) {
        JsonNode value = get(name).node;
        if (!value.canConvertToInt() || !value.isIntegralNumber()) {
            throw new MalformedAnswer(place + "." + name, Message.of("connect.answer.no-integer"));
        }
        return value.intValue();
    }

    /** A moment in ISO 8601 with an offset. */
    public Instant instant(String name) {
        String text = text(name);
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return compactInstant(name, text);
        }
    }

    /** Jira writes its offsets without a colon. */
    private Instant compactInstant(String name, String text) {
        try {
            return OffsetDateTime.parse(text, COMPACT_OFFSET).toInstant();
        } catch (DateTimeParseException e) {
            throw new MalformedAnswer(place + "." + name, Message.of("connect.answer.no-time"));
        }
    }

    /** The elements of a member that must be an array. */
    public List<Json> list(String name) {
        return get(name).asList();
    }

    /**
     * The elements of this value.
     *
     * @throws MalformedAnswer when it is no array
     */
    public List<Json> asList() {
        if (!node.isArray()) {
            throw new MalformedAnswer(place, Message.of("connect.answer.no-list"));
        }
        return IntStream.range(0, node.size())
                .mapToObj(i -> new Json(node.get(i), place + "[" + i + "]"))
                .toList();
    }

    /** Reads a value whose form another class checks; what that rejects is malformed. */
    public <T> T as(Function<String, T> form) {
        try {
            return form.apply(asText());
        } catch (IllegalArgumentException e) {
            throw new MalformedAnswer(place, Message.of("connect.answer.wrong-form"));
        }
    }
}
