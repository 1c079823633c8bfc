package io.jenkins.plugins.itgc.testbed.sandbox.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request that has been read whole.
 *
 * @param path without the query
 * @param query decoded, the last of several values counts
 * @param headers names in lower case
 * @param variables parts of the path that the route names
 * @param caller who the token or password belongs to; null where none is needed
 */
public record Request(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        String body,
        Map<String, String> variables,
        Account caller) {

    /** The same request for a route. */
    public Request on(Map<String, String> routeVariables) {
        return new Request(method, path, query, headers, body, routeVariables, caller);
    }

    /** The same request from somebody. */
    public Request from(Account account) {
        return new Request(method, path, query, headers, body, variables, account);
    }

    /** Part of the path. */
    public String variable(String name) {
        return variables.get(name);
    }

    /** Parameter of the query, if it is there. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** Header, if it is there. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /**
     * The body as JSON; an empty body is an empty object.
     *
     * @throws HttpProblem 400 if it is none
     */
    public JsonNode json() {
        try {
            return body.isEmpty() ? JsonNodeFactory.instance.objectNode() : Json.MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new HttpProblem(400, "Problems parsing JSON");
        }
    }
}
