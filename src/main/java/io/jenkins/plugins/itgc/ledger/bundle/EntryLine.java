package io.jenkins.plugins.itgc.ledger.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.itgc.ledger.CanonicalJson;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.HashChain;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/**
 * An entry as one line: {@code {"body":"...","entry":{...},"hash":"..."}}, where the object of {@code entry} is byte for
 * byte what the hash was made of. Its {@code bodySha256} is the hash of the body's text. The body is left out where it was
 * archived, and stands inside {@code entry} in the first formula.
 */
public final class EntryLine {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private EntryLine() {}

    /** The line of an entry, without a line end. */
    public static String of(Entry entry) {
        String body = entry.bodyHash() == null || entry.archived() ? "" : "\"body\":" + text(entry.body()) + ",";
        return "{" + body + "\"entry\":" + HashChain.hashedText(entry) + ",\"hash\":" + text(entry.hash()) + "}";
    }

    private static String text(String value) {
        String array = CanonicalJson.of(List.of(value));
        return array.substring(1, array.length() - 1);
    }

    /** @throws IllegalArgumentException when the line is not exactly as {@link #of} writes it */
    static Entry read(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            Entry entry = entry(node, node.path("entry"));
            if (of(entry).equals(line)) {
                return entry;
            }
        } catch (JsonProcessingException | DateTimeException e) {
            throw new IllegalArgumentException("This line is no entry.", e);
        }
        throw new IllegalArgumentException("This line is no entry as the plugin writes it.");
    }

    private static Entry entry(JsonNode node, JsonNode hashed) {
        boolean first = hashed.has("body");
        return new Entry(
                hashed.path("sequence").asLong(),
                Instant.parse(hashed.path("at").asText()),
                hashed.path("kind").asText(),
                hashed.path("subject").asText(),
                hashed.path("actor").asText(),
                first ? hashed.path("body").asText() : node.path("body").asText(),
                first ? null : hashed.path("bodySha256").asText(),
                hashed.path("previous").asText(),
                node.path("hash").asText());
    }
}
