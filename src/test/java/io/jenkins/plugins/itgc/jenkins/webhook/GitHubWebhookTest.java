package io.jenkins.plugins.itgc.jenkins.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.itgc.connect.intake.IntakeStore;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.Topic;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.bot.Intake;
import io.jenkins.plugins.itgc.jenkins.config.EventsEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What strangers can and cannot do at the address that GitHub delivers to. */
@WithJenkins
class GitHubWebhookTest {
    private JenkinsRule jenkins;
    private Hooks hooks;

    @BeforeEach
    void listen(JenkinsRule rule) throws Exception {
        jenkins = rule;
        hooks = new Hooks(rule);
        rule.jenkins.setSecurityRealm(rule.createDummySecurityRealm());
        rule.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy());
        Hooks.listen();
    }

    private static int status(HttpResponse<String> response) {
        return response.statusCode();
    }

    private static List<IntakeStore.Task> open() {
        return Intake.get().store().open();
    }

    @Test
    void takesASignedDeliveryOfAnybodyAndWakesWhoWaits() throws Exception {
        AtomicInteger woken = new AtomicInteger();
        Topic topic = Topic.pullRequest(new RepositoryId("acme", "orders"), 12);
        ItgcServices.get().waiting().await(Duration.ofDays(1), Set.of(topic), woken::incrementAndGet);
        HttpResponse<String> response = hooks.send("pull_request", Hooks.pullRequest("closed"));
        assertThat(status(response)).isEqualTo(202);
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        await().atMost(Duration.ofMinutes(2)).until(() -> woken.get() == 1);
    }

    @Test
    void takesTheOldSecretTooWhileItIsChanged() throws Exception {
        assertThat(status(hooks.send("pull_request", Hooks.pullRequest("closed"), "1", Hooks.OLD)))
                .isEqualTo(202);
        EventsEntry events = ItgcConfiguration.get().getEvents();
        events.setOldSecretId("");
        assertThat(status(hooks.send("pull_request", Hooks.pullRequest("closed"), "2", Hooks.OLD)))
                .isEqualTo(401);
    }

    @Test
    void refusesForgedAndUnsigned() throws Exception {
        String json = Hooks.pullRequest("opened");
        assertThat(status(hooks.send("pull_request", json, "1", "guess"))).isEqualTo(401);
        assertThat(status(hooks.send(hooks.request("pull_request", json, "1", null))))
                .isEqualTo(401);
        String signature = "sha256=" + Hooks.hmac(Hooks.SECRET, json);
        assertThat(status(hooks.send(hooks.request("pull_request", json + " ", "1", signature))))
                .isEqualTo(401);
        assertThat(open()).isEmpty();
    }

    @Test
    void takesTheSameDeliveryOnce() throws Exception {
        assertThat(hooks.send("pull_request", Hooks.pullRequest("closed"), "7", Hooks.SECRET)
                        .body())
                .contains("Taken");
        HttpResponse<String> again = hooks.send("pull_request", Hooks.pullRequest("closed"), "7", Hooks.SECRET);
        assertThat(status(again)).isEqualTo(200);
        assertThat(again.body()).contains("Known already");
    }

    @Test
    void refusesMoreThanGitHubSends() throws Exception {
        String large = " ".repeat(GitHubDeliveries.LARGEST + 1);
        HttpRequest.Builder chunked = hooks.request(
                        "pull_request", "", "9", "sha256=" + Hooks.hmac(Hooks.SECRET, large))
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))));
        assertThat(status(hooks.send(chunked))).isEqualTo(413);
    }

    @Test
    void refusesWhatIsAnnouncedAsTooLargeBeforeItIsSent() throws Exception {
        URI uri = hooks.request("pull_request", "", "9", null).build().uri();
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            String head = "POST " + uri.getRawPath() + " HTTP/1.1\r\nHost: " + uri.getAuthority()
                    + "\r\nContent-Type: application/json\r\nX-GitHub-Event: pull_request\r\nX-GitHub-Delivery: 9"
                    + "\r\nX-Hub-Signature-256: sha256=00\r\nContent-Length: " + (GitHubDeliveries.LARGEST + 1)
                    + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));

            String status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(status).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void refusesADeliveryWithoutNameOrSense() throws Exception {
        String json = Hooks.pullRequest("opened");
        assertThat(status(hooks.send("pull_request", json, null, Hooks.SECRET))).isEqualTo(400);
        assertThat(status(hooks.send(null, json, "1", Hooks.SECRET))).isEqualTo(400);
        assertThat(status(hooks.send("pull_request", json, "../1", Hooks.SECRET)))
                .isEqualTo(400);
        assertThat(status(hooks.send("Pull Request", json, "1", Hooks.SECRET))).isEqualTo(400);
        assertThat(status(hooks.send("pull_request", "{", "1", Hooks.SECRET))).isEqualTo(400);
    }

    @Test
    void isNotThereWithoutASecret() throws Exception {
        ItgcConfiguration.get().getEvents().setSecretId("");
        ItgcConfiguration.get().getEvents().setOldSecretId("nowhere");
        assertThat(status(hooks.send("pull_request", Hooks.pullRequest("opened"), "1", "x")))
                .isEqualTo(404);
        ItgcConfiguration.get().setEvents(null);
        assertThat(status(hooks.send("pull_request", Hooks.pullRequest("opened"))))
                .isEqualTo(404);
    }

    @Test
    void nothingElseBelowTheAddressGoesWithoutACrumb() throws Exception {
        for (String path :
                List.of("itgc/", "itgc/github-webhook/", "itgc/github-webhook/x", "itgc/other", "itgc/getClass")) {
            HttpRequest post = HttpRequest.newBuilder(URI.create(jenkins.getURL() + path))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(post, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .as(path)
                    .isGreaterThanOrEqualTo(400);
        }
        HttpRequest get = HttpRequest.newBuilder(URI.create(jenkins.getURL() + "itgc/github-webhook"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(get, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
    }
}
