package io.jenkins.plugins.itgc.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.itgc.connect.github.event.EventReader;
import io.jenkins.plugins.itgc.connect.github.event.GitHubEvent.ReviewTarget;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads GitHub's events out of what Lambda hands over from SNS. */
record SnsRecords(Set<String> topics) {
    private static final ObjectMapper JSON = new ObjectMapper();

    SnsRecords {
        topics = Set.copyOf(topics);
    }

    /**
     * Pull requests to review, each once.
     *
     * @throws IllegalArgumentException when the event is not SNS', or of a topic that is not allowed
     */
    List<ReviewTarget> read(InputStream event) throws IOException {
        JsonNode records = JSON.readTree(event).path("Records");
        if (!records.isArray() || records.isEmpty()) {
            throw new IllegalArgumentException("This is no event of SNS: it has no records.");
        }
        List<ReviewTarget> targets = new ArrayList<>();
        for (JsonNode entry : records) {
            targets.addAll(read(entry));
        }
        return targets.stream().distinct().toList();
    }

    private List<ReviewTarget> read(JsonNode entry) {
        JsonNode message = entry.path("Sns");
        String topic = message.path("TopicArn").asText();
        if (!entry.path("EventSource").asText().equals("aws:sns") || !topics.contains(topic)) {
            throw new IllegalArgumentException("The topic \"" + topic + "\" may not bring events.");
        }
        byte[] payload = message.path("Message").asText().getBytes(StandardCharsets.UTF_8);
        return EventReader.read(name(message), payload).targets().stream()
                .filter(place -> place.review() && place.pullRequest() != null)
                .toList();
    }

    /** GitHub's name of the event travels as an attribute of the message; in any case of letters. */
    private static String name(JsonNode message) {
        JsonNode attributes = message.path("MessageAttributes");
        for (String key : (Iterable<String>) attributes::fieldNames) {
            if (key.equalsIgnoreCase("X-GitHub-Event")) {
                return attributes.path(key).path("Value").asText();
            }
        }
        throw new IllegalArgumentException("The message has no attribute X-GitHub-Event.");
    }
}
