package io.jenkins.plugins.itgc.ledger.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a name that stands in an entry as it is, or within an object: a person's id, a commit's sha, a repository's parts. */
final class Name extends StdDeserializer<String> {
    private static final long serialVersionUID = 1L;

    Name() {
        super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode node = parser.readValueAsTree();
        if (!node.isObject()) {
            return node.isValueNode() && !node.isNull() ? node.asText() : null;
        }
        if (node.has("owner")) {
            return node.path("owner").asText() + "/" + node.path("name").asText();
        }
        return node.has("sha") ? node.path("sha").asText() : node.path("id").asText(null);
    }
}
