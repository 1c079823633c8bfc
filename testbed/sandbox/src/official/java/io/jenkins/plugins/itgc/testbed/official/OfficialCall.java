package io.jenkins.plugins.itgc.testbed.official;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A REST call as it went out, for checking against GitHub's official description.
 *
 * @param path below the root of the REST interface, undecoded
 * @param query undecoded; empty for none
 * @param body empty for none
 */
public record OfficialCall(String method, String path, String query, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is wrong with path, parameters and body. */
    public List<String> faults(OpenApi official) {
        Optional<String> template = template();
        if (template.isEmpty()) {
            return List.of("GitHub describes no " + method + " " + path);
        }
        List<String> faults = new ArrayList<>();
        JsonNode operation = OpenApi.operation(method, template.get());
        parameters().forEach(parameter -> faults.addAll(faultsOf(parameter, operation, official)));
        if (!body.isEmpty()) {
            faults.addAll(official.faultsOfRequest(method, template.get(), json()));
        } else if (operation.at("/requestBody/required").asBoolean()) {
            faults.add(method + " " + path + " needs a body");
        }
        return faults;
    }

    /** The description's own path; the one with the fewest variables where several fit. */
    public Optional<String> template() {
        Stream<String> all = StreamSupport.stream(
                ((Iterable<String>) () -> OpenApi.description().path("paths").fieldNames()).spliterator(), false);
        return all.filter(template -> pattern(template).matcher(path).matches())
                .filter(template -> OpenApi.description()
                        .path("paths")
                        .path(template)
                        .has(method.toLowerCase(java.util.Locale.ROOT)))
                .min(Comparator.comparingInt(template -> template.split("\\{", -1).length));
    }

    /** Only the path of a file and the full name of a reference may hold slashes. */
    private static Pattern pattern(String template) {
        String quoted = Pattern.quote(template).replaceAll("\\{path}|(?<=/git/ref/)\\{ref}", "\\\\E.+\\\\Q");
        return Pattern.compile(quoted.replaceAll("\\{[a-z_]+}", "\\\\E[^/]+\\\\Q"));
    }

    private List<String> parameters() {
        return query.isEmpty() ? List.of() : List.of(query.split("&", -1));
    }

    private static List<String> faultsOf(String parameter, JsonNode operation, OpenApi official) {
        int equals = parameter.indexOf('=');
        String name = equals < 0 ? parameter : parameter.substring(0, equals);
        String value = equals < 0 ? "" : URLDecoder.decode(parameter.substring(equals + 1), StandardCharsets.UTF_8);
        return described(name, operation)
                .map(schema -> official.faults(schema, typed(value, schema)))
                .orElseGet(() -> List.of("GitHub describes no query parameter " + name));
    }

    private static Optional<JsonNode> described(String name, JsonNode operation) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .map(OfficialCall::resolved)
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .filter(parameter -> parameter.path("name").asText().equals(name))
                .map(parameter -> parameter.path("schema"))
                .findFirst();
    }

    private static JsonNode resolved(JsonNode parameter) {
        JsonNode reference = parameter.path("$ref");
        return reference.isMissingNode()
                ? parameter
                : OpenApi.description().at(reference.asText().substring(1));
    }

    private static JsonNode typed(String value, JsonNode schema) {
        boolean number = schema.path("type").asText().equals("integer") && value.matches("\\d{1,9}");
        return number ? IntNode.valueOf(Integer.parseInt(value)) : TextNode.valueOf(value);
    }

    private JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The body of " + method + " " + path + " is no JSON.", e);
        }
    }
}
