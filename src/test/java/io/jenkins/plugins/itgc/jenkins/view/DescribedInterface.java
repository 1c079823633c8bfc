package io.jenkins.plugins.itgc.jenkins.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebResponse;

/** The description of the JSON interface, {@code docs/openapi.yaml}, and whether answers are as it says. */
final class DescribedInterface {
    private static final JsonNode DESCRIPTION = read();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String API = "/deploys/api/";

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDialect(
            Dialects.getOpenApi31(),
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private DescribedInterface() {}

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(Files.newInputStream(repository().resolve("docs/openapi.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tests run in different folders below it. */
    private static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/openapi.yaml"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    static JsonNode description() {
        return DESCRIPTION;
    }

    static JsonNode schema(String name) {
        return DESCRIPTION.at("/components/schemas/" + name);
    }

    /** What is wrong with a body. */
    static List<String> faults(String schema, JsonNode body) {
        return faults(JSON.createObjectNode().put("$ref", "#/components/schemas/" + schema), body);
    }

    /** References stay within one document: the schema with all components beside it. */
    private static List<String> faults(JsonNode schema, JsonNode body) {
        ObjectNode document = schema.deepCopy();
        document.set("components", DESCRIPTION.path("components"));
        return SCHEMAS.getSchema(document).validate(body).stream()
                .map(Error::toString)
                .toList();
    }

    /** What is wrong with an answer; nothing with those of addresses outside the interface. */
    static List<String> faults(WebResponse response) throws JsonProcessingException {
        String path = response.getWebRequest().getUrl().getPath();
        JsonNode operation = operation(path, response.getWebRequest().getHttpMethod());
        int status = response.getStatusCode();
        if (operation == null) {
            return !path.contains(API) || status >= 400 ? List.of() : List.of(path + " is not described");
        }
        JsonNode described = resolved(operation.path("responses").path(Integer.toString(status)));
        if (described.isMissingNode()) {
            return List.of("status " + status + " is not described for " + path);
        }
        JsonNode schema = described.at("/content/application~1json/schema");
        return schema.isMissingNode() ? List.of() : faults(schema, JSON.readTree(response.getContentAsString()));
    }

    private static JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : DESCRIPTION.at(reference.substring(1));
    }

    /** Null when it is not described. */
    private static JsonNode operation(String path, HttpMethod method) {
        for (Map.Entry<String, JsonNode> described : DESCRIPTION.path("paths").properties()) {
            String pattern = ".*" + described.getKey().replaceAll("\\{[a-z]+}", "[^/]+");
            JsonNode operation = described.getValue().get(method.name().toLowerCase(Locale.ROOT));
            if (operation != null && path.matches(pattern)) {
                return operation;
            }
        }
        return null;
    }
}
