package io.jenkins.plugins.itgc.jenkins.steps;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.slack.api.app_backend.SlackSignature;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.config.SlackEntry;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jvnet.hudson.test.JenkinsRule;

/** A Slack workspace T1: takes what the bot writes, and sends what people say and click. */
public final class Workspace implements AutoCloseable {
    public static final String SECRET = "signing-secret";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final WireMockServer server =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
    private final JenkinsRule jenkins;

    public Workspace(JenkinsRule jenkins) {
        this.jenkins = jenkins;
        server.start();
        server.stubFor(any(anyUrl()).willReturn(okJson("{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1.1\"}")));
    }

    public void configure() throws Exception {
        Path file = Files.createTempFile("secrets", ".yaml");
        Files.writeString(file, """
                credentials:
                  system:
                    domainCredentials:
                      - credentials:
                          - string: { scope: GLOBAL, id: "slack-signing", secret: "%s" }
                          - string: { scope: GLOBAL, id: "slack-bot", secret: "xoxb-bot" }
                """.formatted(SECRET));
        ConfigurationAsCode.get().configure(file.toString());
        Files.delete(file);
        SlackEntry slack = new SlackEntry("T1");
        slack.setSigningSecretId("slack-signing");
        slack.setBotTokenId("slack-bot");
        slack.setChannel("C1");
        slack.setAlertChannel("C2");
        slack.setApiUrl(server.baseUrl());
        ItgcConfiguration.get().setSlack(slack);
    }

    /** Slack is away, or answers again. */
    public void away(boolean away) {
        server.stubFor(any(anyUrl())
                .willReturn(
                        away
                                ? aResponse().withStatus(503)
                                : okJson("{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1.1\"}")));
    }

    /** Slack takes what is written by one method again only later. */
    public void refuses(String method, boolean refuses) {
        server.stubFor(any(urlEqualTo("/" + method))
                .withRequestBody(containing("<!here>"))
                .willReturn(
                        refuses
                                ? okJson("{\"ok\":false,\"error\":\"ratelimited\"}")
                                : okJson("{\"ok\":true,\"channel\":\"C2\",\"ts\":\"2.1\"}")));
    }

    /** Nothing of what was written before counts. */
    public void forget() {
        server.resetRequests();
    }

    /** What Slack tells about a user. */
    public void knows(String user, String json) {
        server.stubFor(get(urlEqualTo("/users.info?user=" + user)).willReturn(okJson(json)));
    }

    /** Bodies of what the bot wrote by this method, oldest first. */
    public List<JsonNode> written(String method) throws Exception {
        List<JsonNode> bodies = new ArrayList<>();
        for (LoggedRequest request : server.findAll(postRequestedFor(urlEqualTo("/" + method)))) {
            bodies.add(JSON.readTree(request.getBodyAsString()));
        }
        return bodies;
    }

    /** The value of the buttons as the newest message shows them; empty when it shows none. */
    public String button() throws Exception {
        List<JsonNode> messages = new ArrayList<>(written("chat.postMessage"));
        messages.removeIf(message -> message.has("thread_ts"));
        messages.addAll(written("chat.update"));
        return messages.isEmpty()
                ? ""
                : messages.get(messages.size() - 1).findValuesAsText("value").stream()
                        .findFirst()
                        .orElse("");
    }

    public HttpResponse<String> command(String user, String text) throws Exception {
        return send("team_id=T1&user_id=" + user + "&user_name=admin&command=%2Fdeploy&text="
                + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    /** What the bot answers to a command. */
    public String said(String user, String text) throws Exception {
        HttpResponse<String> response = command(user, text);
        return response.statusCode() == 200
                ? JSON.readTree(response.body()).path("text").asText()
                : response.body();
    }

    public HttpResponse<String> click(String user, String action, String value) throws Exception {
        return click("T1", user, action, value, UUID.randomUUID().toString());
    }

    public HttpResponse<String> click(String team, String user, String action, String value, String trigger)
            throws Exception {
        String json = JSON.createObjectNode()
                .put("type", "block_actions")
                .put("trigger_id", trigger)
                .<com.fasterxml.jackson.databind.node.ObjectNode>set(
                        "team", JSON.createObjectNode().put("id", team))
                .<com.fasterxml.jackson.databind.node.ObjectNode>set(
                        "user", JSON.createObjectNode().put("id", user).put("team_id", team))
                .<com.fasterxml.jackson.databind.node.ObjectNode>set(
                        "channel", JSON.createObjectNode().put("id", "C1"))
                .set(
                        "actions",
                        JSON.createArrayNode()
                                .add(JSON.createObjectNode()
                                        .put("action_id", action)
                                        .put("value", value)))
                .toString();
        return send("payload=" + URLEncoder.encode(json, StandardCharsets.UTF_8));
    }

    public HttpResponse<String> send(String body) throws Exception {
        String at = String.valueOf(Instant.now().getEpochSecond());
        return send(body, at, new SlackSignature.Generator(SECRET).generate(at, body));
    }

    public HttpResponse<String> send(String body, String at, String signature) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(jenkins.getURL() + "itgc/slack"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (at != null) {
            request.header("X-Slack-Request-Timestamp", at);
        }
        if (signature != null) {
            request.header("X-Slack-Signature", signature);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        server.stop();
    }
}
