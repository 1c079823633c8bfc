package io.jenkins.plugins.itgc.testbed.sandbox.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sends to a bot what people say and click, signed as Slack signs it. On a thread of its own: the bot may ask the world something
 * before it answers, and the world is locked while it changes.
 */
public final class SlackRequests implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String signingSecret;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread slack = new Thread(work, "sandbox-slack");
        slack.setDaemon(true);
        return slack;
    });
    private volatile URI requestUrl;

    /** @param requestUrl null for nowhere yet */
    public SlackRequests(String signingSecret, URI requestUrl) {
        this.signingSecret = signingSecret;
        this.requestUrl = requestUrl;
    }

    /** From now on requests go there. */
    public void connect(URI newRequestUrl) {
        requestUrl = newRequestUrl;
    }

    /**
     * Sends soon.
     *
     * @param answered gets what the bot says at once, or a sentence about what went wrong
     * @throws IllegalArgumentException when nobody has said where to
     */
    public void send(String form, Consumer<String> answered) {
        URI target = requestUrl;
        if (target == null) {
            throw new IllegalArgumentException("slack has no 'requestUrl'");
        }
        thread.execute(() -> answered.accept(sent(target, form)));
    }

    private String sent(URI target, String form) {
        String at = Long.toString(Instant.now().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(target)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Slack-Request-Timestamp", at)
                .header("X-Slack-Signature", signature(at, form))
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? text(answer.body()) : "The bot answered " + answer.statusCode() + ".";
        } catch (IOException e) {
            return "The bot cannot be reached: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "The sandbox stops.";
        }
    }

    private static String text(String body) {
        try {
            JsonNode json = Json.MAPPER.readTree(body);
            return json.path("text").asText("");
        } catch (JsonProcessingException e) {
            return body;
        }
    }

    /** Version 0 of Slack's signature. */
    String signature(String at, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(signingSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] hash = mac.doFinal(("v0:" + at + ":" + body).getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
