package io.jenkins.plugins.itgc.jenkins.webhook;

import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.itgc.jenkins.config.EventsEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jvnet.hudson.test.JenkinsRule;

/** Delivers to a controller as GitHub does. */
final class Hooks {
    static final String SECRET = "s3cret-of-the-hook";
    static final String OLD = "s3cret-of-before";

    private final JenkinsRule jenkins;
    private final HttpClient client = HttpClient.newHttpClient();

    Hooks(JenkinsRule jenkins) {
        this.jenkins = jenkins;
    }

    /** Keeps secret texts where the configuration can name them: id, text, id, text. */
    static void keep(String... idsAndTexts) throws Exception {
        StringBuilder yaml =
                new StringBuilder("credentials:\n  system:\n    domainCredentials:\n      - credentials:\n");
        for (int i = 0; i < idsAndTexts.length; i += 2) {
            yaml.append("          - string: { scope: GLOBAL, id: \"%s\", secret: \"%s\" }\n"
                    .formatted(idsAndTexts[i], idsAndTexts[i + 1]));
        }
        Path file = Files.createTempFile("secrets", ".yaml");
        Files.writeString(file, yaml);
        ConfigurationAsCode.get().configure(file.toString());
        Files.delete(file);
    }

    static void listen() throws Exception {
        keep("hook", SECRET, "hook-old", OLD);
        EventsEntry events = new EventsEntry();
        events.setSecretId("hook");
        events.setOldSecretId("hook-old");
        events.setRepositories("acme/*");
        events.setEnvironment("production");
        ItgcConfiguration.get().setEvents(events);
    }

    HttpResponse<String> send(String event, String json) throws Exception {
        return send(event, json, UUID.randomUUID().toString(), SECRET);
    }

    HttpResponse<String> send(String event, String json, String id, String secret) throws Exception {
        return client.send(
                request(event, json, id, "sha256=" + hmac(secret, json)).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String event, String json, String id, String signature) throws Exception {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(jenkins.getURL() + "itgc/github-webhook"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        if (event != null) {
            builder.header("X-GitHub-Event", event);
        }
        if (id != null) {
            builder.header("X-GitHub-Delivery", id);
        }
        return signature == null ? builder : builder.header("X-Hub-Signature-256", signature);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static String hmac(String secret, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    static String pullRequest(String action) {
        return "{\"action\":\"" + action
                + "\",\"pull_request\":{\"number\":12},\"repository\":{\"full_name\":\"acme/orders\"}}";
    }
}
