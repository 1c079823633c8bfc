package io.jenkins.plugins.itgc.testbed.official;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** GitHub's official description of its REST, for checking bodies and calls against. */
public final class OpenApi {
    private static final JsonNode DESCRIPTION = read();

    private final SchemaRegistry registry = SchemaRegistry.withDialect(Dialects.getOpenApi30());

    private static JsonNode read() {
        try (InputStream stream = OpenApi.class.getResourceAsStream("/openapi/api.github.com.json")) {
            return new ObjectMapper().readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole description. */
    public static JsonNode description() {
        return DESCRIPTION;
    }

    /** What is wrong with an answer's body; a status that is not described is wrong, too. */
    public List<String> faultsOfAnswer(String method, String path, int status, JsonNode body) {
        JsonNode schema = operation(method, path)
                .path("responses")
                .path(Integer.toString(status))
                .at("/content/application~1json/schema");
        return schema.isMissingNode()
                ? List.of("status " + status + " is not described for " + path)
                : faults(schema, body);
    }

    /** What is wrong with a request's body. */
    public List<String> faultsOfRequest(String method, String path, JsonNode body) {
        JsonNode schema = operation(method, path).at("/requestBody/content/application~1json/schema");
        return schema.isMissingNode() ? List.of(method + " " + path + " takes no body") : faults(schema, body);
    }

    static JsonNode operation(String method, String path) {
        JsonNode operation = DESCRIPTION.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
        if (operation.isMissingNode()) {
            throw new IllegalArgumentException("GitHub describes no " + method + " " + path);
        }
        return operation;
    }

    /** References stay within one document: the schema with all components beside it. */
    List<String> faults(JsonNode schema, JsonNode body) {
        ObjectNode document = schema.deepCopy();
        document.set("components", DESCRIPTION.path("components"));
        Schema compiled = registry.getSchema(document);
        return compiled.validate(body).stream().map(Error::toString).toList();
    }
}
