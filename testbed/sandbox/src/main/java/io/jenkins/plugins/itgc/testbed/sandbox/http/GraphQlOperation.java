package io.jenkins.plugins.itgc.testbed.sandbox.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Name of the GraphQL operation in a request, told by the request or by its query. */
final class GraphQlOperation {
    private static final Pattern NAMED = Pattern.compile("\\b(?:query|mutation)\\s+(\\w+)");

    private GraphQlOperation() {}

    static String nameOf(Request request) {
        if (!request.path().endsWith("/graphql") || request.body().isEmpty()) {
            return "";
        }
        try {
            JsonNode body = Json.MAPPER.readTree(request.body());
            Matcher named = NAMED.matcher(body.path("query").asText(""));
            return body.path("operationName").asText(named.find() ? named.group(1) : "");
        } catch (JsonProcessingException e) {
            return "";
        }
    }
}
