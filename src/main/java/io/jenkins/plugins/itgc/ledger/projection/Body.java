package io.jenkins.plugins.itgc.ledger.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.jenkins.plugins.itgc.ledger.Entry;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Reads entries' bodies. An entry that lacks something, or is of an unknown form, is shown as far as it goes. */
final class Body {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode node;

    private Body(JsonNode node) {
        this.node = node;
    }

    static Body of(Entry entry) {
        return of(entry.body());
    }

    static Body of(String text) {
        try {
            return new Body(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            return new Body(MissingNode.getInstance());
        }
    }

    JsonNode node() {
        return node;
    }

    Body at(String field) {
        return new Body(node.path(field));
    }

    List<Body> each(String field) {
        List<Body> all = new ArrayList<>();
        node.path(field).forEach(one -> all.add(new Body(one)));
        return all;
    }

    /** The text of a field, or null. */
    String text(String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }

    String text(String field, String otherwise) {
        String text = text(field);
        return text == null ? otherwise : text;
    }

    boolean flag(String field) {
        return node.path(field).asBoolean(false);
    }

    /** The time in a field as milliseconds, or null. */
    Long millis(String field) {
        String text = text(field);
        try {
            return text == null ? null : Instant.parse(text).toEpochMilli();
        } catch (DateTimeParseException | ArithmeticException e) {
            return null;
        }
    }

    /** A repository as {@code owner/name}: written so, or as an object of both. */
    String repository(String field) {
        Body repository = at(field);
        return repository.node.isObject()
                ? repository.text("owner", "?") + "/" + repository.text("name", "?")
                : text(field, "");
    }

    /** A person: named so, or as an object with an id; null when there is none. */
    String person(String field) {
        return at(field).node.isObject() ? at(field).text("id") : text(field);
    }

    /** The name of a commit: written so, or as an object around it. */
    String commit(String field) {
        return at(field).node.isObject() ? at(field).text("sha", "") : text(field, "");
    }
}
