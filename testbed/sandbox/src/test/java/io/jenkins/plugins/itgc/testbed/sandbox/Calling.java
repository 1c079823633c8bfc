package io.jenkins.plugins.itgc.testbed.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;

/** A sandbox for a test, and somebody who calls it with the token of the world's machine. */
final class Calling implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Sandbox sandbox;
    private String token = "sandbox-token";

    private Calling(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    static Calling world(String yaml) throws IOException {
        return new Calling(Sandbox.start(World.parse(yaml, Path.of(".")), 0));
    }

    static Calling resource(String name) throws IOException {
        return world(text(name));
    }

    static String text(String name) throws IOException {
        try (var stream = Calling.class.getResourceAsStream("/worlds/" + name)) {
            return new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    Sandbox sandbox() {
        return sandbox;
    }

    World world() {
        return sandbox.world();
    }

    Calling as(String newToken) {
        token = newToken;
        return this;
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        return send("GET", path, null, headers);
    }

    JsonNode json(String path) throws Exception {
        return JSON.readTree(get(path).body());
    }

    JsonNode repo(String path) throws Exception {
        return json("/github/api/v3/repos/acme/orders" + path);
    }

    JsonNode graphql(String query, Map<String, ?> variables) throws Exception {
        ObjectNode body = JSON.createObjectNode().put("query", query);
        body.set("variables", JSON.valueToTree(variables));
        return JSON.readTree(
                send("POST", "/github/api/graphql", body.toString()).body());
    }

    /** Answer to a query about pull request 12 of acme/orders. */
    JsonNode pull(String fields) throws Exception {
        return graphql(inPull(fields), Map.of()).at("/data/repository/pullRequest");
    }

    static String inPull(String fields) {
        return "query { repository(owner: \"acme\", name: \"orders\") { pullRequest(number: 12) { " + fields + " } } }";
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
