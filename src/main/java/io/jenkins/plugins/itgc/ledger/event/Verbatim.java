package io.jenkins.plugins.itgc.ledger.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.itgc.ledger.Entry;
import java.util.Map;
import java.util.TreeMap;

/** Quotes entries: what is signed about an entry is what stands in it, in the form in which it was written. */
public final class Verbatim {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Verbatim() {}

    /**
     * Members of an entry's body as they were written.
     *
     * @param quoted the names under which they are quoted, and where each stands in the body: a member, or members within one
     *     another divided by dots
     * @return without those that are missing or null; empty when the body is not JSON
     */
    public static Map<String, Object> members(Entry entry, Map<String, String> quoted) {
        Map<String, Object> members = new TreeMap<>();
        JsonNode body = body(entry);
        quoted.forEach((name, place) -> {
            JsonNode value = body.at("/" + place.replace('.', '/'));
            if (!value.isMissingNode() && !value.isNull()) {
                members.put(name, value);
            }
        });
        return members;
    }

    private static JsonNode body(Entry entry) {
        try {
            return JSON.readTree(entry.body());
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
