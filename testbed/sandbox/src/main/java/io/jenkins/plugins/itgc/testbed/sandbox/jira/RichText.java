package io.jenkins.plugins.itgc.testbed.sandbox.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Json;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Texts of version 3, which are documents (Atlassian Document Format); one paragraph a line here. */
final class RichText {
    private RichText() {}

    static ObjectNode of(String text) {
        ObjectNode document = Json.object().put("type", "doc").put("version", 1);
        var paragraphs = document.putArray("content");
        text.lines().forEach(line -> {
            ObjectNode paragraph = paragraphs.addObject().put("type", "paragraph");
            var content = paragraph.putArray("content");
            if (!line.isEmpty()) {
                content.addObject().put("type", "text").put("text", line);
            }
        });
        return document;
    }

    static String text(JsonNode document) {
        if (document.path("type").asText().equals("text")) {
            return document.path("text").asText();
        }
        String separator = document.path("type").asText().equals("doc") ? "\n" : "";
        return StreamSupport.stream(document.path("content").spliterator(), false)
                .map(RichText::text)
                .collect(Collectors.joining(separator));
    }
}
