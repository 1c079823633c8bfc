package io.jenkins.plugins.itgc.connect.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.jenkins.plugins.itgc.connect.http.Endpoint;
import io.jenkins.plugins.itgc.connect.http.HttpReader;
import io.jenkins.plugins.itgc.connect.http.Throttle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Answers that GitHub once gave, given again over HTTP, with GitHub's address replaced by this one's. */
final class Recorded implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final String GITHUB = "https://api.github.com";
    private static final Set<String> REPEATED = Set.of("link", "location", "content-type");

    private final List<JsonNode> answers = new ArrayList<>();
    private final HttpServer server;

    private Recorded(HttpServer server) {
        this.server = server;
    }

    /** @param scenario name of the recording */
    static Recorded serve(String scenario) throws IOException {
        Recorded recorded = serving();
        read(scenario + "/normalized-fixture.json").forEach(recorded.answers::add);
        return recorded;
    }

    /** Answers nothing yet. */
    static Recorded serving() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Recorded recorded = new Recorded(server);
        server.createContext("/", recorded::answer);
        server.start();
        return recorded;
    }

    /** Answers with an object where the object itself says that it is to be found. */
    Recorded withObject(JsonNode object) {
        return with(object.path("url").asText().substring(GITHUB.length()), object);
    }

    /** Answers with a list of objects; only that they are in a list was not recorded. */
    Recorded withList(String path, List<JsonNode> objects) {
        return with(path, JSON.createArrayNode().addAll(objects));
    }

    private Recorded with(String path, JsonNode response) {
        answers.add(JSON.createObjectNode()
                .put("method", "get")
                .put("path", path)
                .put("status", 200)
                .set("response", response));
        return this;
    }

    static JsonNode read(String name) {
        try (InputStream in = Recorded.class.getResourceAsStream("/recorded/" + name)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HttpReader http() {
        Endpoint endpoint = Endpoint.bearer("GitHub", URI.create(address()), () -> Optional.of("a token"));
        return new HttpReader(
                HttpClient.newHttpClient(), endpoint, new Throttle(Clock.systemUTC()), HttpReader.Limits.DEFAULT);
    }

    GitHubApi api() {
        return new GitHubApi(http());
    }

    private String address() {
        return "http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<JsonNode> found =
                    answers.stream().filter(answer -> fits(answer, exchange)).findFirst();
            found.ifPresent(answer -> repeat(answer, exchange));
            byte[] body = found.map(this::body).orElse(new byte[0]);
            int status = found.map(answer -> answer.path("status").asInt()).orElse(599);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static boolean fits(JsonNode answer, HttpExchange exchange) {
        String method = answer.path("method").asText().toUpperCase(Locale.ROOT);
        // Files were recorded at the tip of the default branch, and short lists as one page, without saying so.
        String asked = exchange.getRequestURI().toString().replaceFirst("\\?(ref=main|per_page=100)$", "");
        return method.equals(exchange.getRequestMethod())
                && answer.path("path").asText().equals(asked);
    }

    private void repeat(JsonNode answer, HttpExchange exchange) {
        answer.path("headers").properties().stream()
                .filter(header -> REPEATED.contains(header.getKey().toLowerCase(Locale.ROOT)))
                .forEach(header -> exchange.getResponseHeaders()
                        .set(header.getKey(), here(header.getValue().asText())));
    }

    private byte[] body(JsonNode answer) {
        JsonNode body = answer.path("response");
        return here(body.isTextual() ? body.asText() : body.toString()).getBytes(StandardCharsets.UTF_8);
    }

    private String here(String text) {
        return text.replace(GITHUB, address());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
