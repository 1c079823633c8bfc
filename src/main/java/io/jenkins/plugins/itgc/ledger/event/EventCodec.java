package io.jenkins.plugins.itgc.ledger.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.Entry;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes events as entries and reads them again. */
final class EventCodec {
    /** Says which form a body has; left out for the first. */
    private static final String FORM = "form";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private EventCodec() {}

    static <E extends Event> Draft draft(E event, Actor actor) {
        Kind<E> kind = Kind.of(event);
        Subject subject = Objects.requireNonNull(event.subject(), "What cannot be read is not written either.");
        ObjectNode body = JSON.valueToTree(event.body());
        if (kind.form() > 1) {
            body.put(FORM, kind.form());
        }
        return new Draft(kind.name(), subject.text(), actor.text(), body);
    }

    static Event read(Entry entry) {
        Kind<?> kind = Kind.named(entry.kind()).orElse(null);
        if (kind == null) {
            return new Event.Unreadable(entry.kind(), "This version does not know entries of this kind.");
        }
        try {
            Subject subject = kind.subject(entry.subject());
            return entry.archived() ? new Event.Archived(kind.name(), subject) : event(kind, subject, entry);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return new Event.Unreadable(entry.kind(), String.valueOf(e.getMessage()));
        }
    }

    private static Event event(Kind<?> kind, Subject subject, Entry entry) throws JsonProcessingException {
        JsonNode body = JSON.readTree(entry.body());
        if (!(body instanceof ObjectNode written)) {
            throw new IllegalArgumentException("Its body is not a JSON object.");
        }
        int form = form(written.get(FORM));
        if (form < 1 || form > kind.form()) {
            throw new IllegalArgumentException("Its body has a form that this version does not know.");
        }
        return kind.event(subject, JSON.treeToValue(kind.upgraded(written, form), kind.body()));
    }

    /** The number of a form; 0 for what is none. */
    private static int form(@Nullable JsonNode written) {
        if (written == null) {
            return 1;
        }
        return written.isInt() ? written.intValue() : 0;
    }

    /** The body that an entry of an event has, as canonical JSON. */
    static String text(Event event) {
        return io.jenkins.plugins.itgc.ledger.CanonicalJson.of(
                draft(event, Actor.jenkins()).body());
    }
}
