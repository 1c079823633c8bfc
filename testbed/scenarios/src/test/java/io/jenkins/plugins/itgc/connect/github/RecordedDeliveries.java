package io.jenkins.plugins.itgc.connect.github;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** What GitHub really delivered to webhooks. */
final class RecordedDeliveries {
    private static final Map<String, List<JsonNode>> BY_EVENT = byEvent();

    private RecordedDeliveries() {}

    private static Map<String, List<JsonNode>> byEvent() {
        Map<String, List<JsonNode>> found = new TreeMap<>();
        for (JsonNode event : Recorded.read("webhooks/index.json")) {
            List<JsonNode> payloads = StreamSupport.stream(
                            event.path("examples").spliterator(), false)
                    .toList();
            found.put(event.path("name").asText(), payloads);
        }
        return found;
    }

    /** Names of all events of which there are deliveries. */
    static List<String> events() {
        return List.copyOf(BY_EVENT.keySet());
    }

    /** The payloads of an event. */
    static List<JsonNode> of(String event) {
        return BY_EVENT.get(event);
    }

    /** The different objects of a name in the payloads of an event. */
    static List<JsonNode> objects(String event, String name) {
        return of(event).stream()
                .map(payload -> payload.path(name))
                .filter(JsonNode::isObject)
                .distinct()
                .toList();
    }
}
