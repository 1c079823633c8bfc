package io.jenkins.plugins.itgc.testbed.scenarios.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The demo as a browser meets it. */
class DemoServerTest {
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private int port;
    private DemoServer server;

    @BeforeEach
    void serve() throws IOException {
        port = freePair();
        DemoOptions options = DemoOptions.parse(List.of("--port", Integer.toString(port), "--root", "../.."));
        server = DemoServer.start(options, options.loadWorld());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** The demo takes a port and the next one. */
    static int freePair() throws IOException {
        for (int tries = 0; tries < 50; tries++) {
            try (ServerSocket first = new ServerSocket(0);
                    ServerSocket second = new ServerSocket(first.getLocalPort() + 1)) {
                return second.getLocalPort() - 1;
            } catch (IOException e) {
                assertThat(tries)
                        .as("tries to find two free ports side by side")
                        .isLessThan(49);
            }
        }
        throw new IOException("There are no two free ports side by side.");
    }

    private HttpRequest.Builder request(String path) {
        String login = Base64.getEncoder().encodeToString("rita:rita".getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Basic " + login);
    }

    private String get(String path) throws IOException, InterruptedException {
        return browser.send(request(path).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private void build(String job) throws IOException, InterruptedException {
        JsonNode crumb = new ObjectMapper().readTree(get("/crumbIssuer/api/json"));
        HttpRequest post = request("/job/" + job + "/build")
                .header(
                        crumb.get("crumbRequestField").asText(),
                        crumb.get("crumb").asText())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(browser.send(post, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isLessThan(400);
    }

    private String console(String job) {
        String path = "/job/" + job + "/1/consoleText";
        await().atMost(Duration.ofMinutes(2)).until(() -> get(path).contains("Finished: "));
        try {
            return get(path);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void showsAPassingAndARefusedChange() throws Exception {
        build("review-of-12");
        build("review-of-13");
        assertThat(console("review-of-12")).contains("[itgc] PASS").contains("Finished: SUCCESS");
        assertThat(console("review-of-13")).contains("[itgc] REFUSE").contains("Finished: FAILURE");
        String page = "http://127.0.0.1:" + (port + 1) + "/github/acme/orders/pull/13";
        assertThat(browser.send(HttpRequest.newBuilder(URI.create(page)).build(), HttpResponse.BodyHandlers.ofString())
                        .body())
                .contains("This change may not be deployed yet");
    }

    private void act(String operation, String parameters) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + (port + 1) + "/control/" + operation);
        HttpRequest post = HttpRequest.newBuilder(address)
                .POST(HttpRequest.BodyPublishers.ofString(parameters))
                .build();
        assertThat(browser.send(post, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
    }

    private void untilBillingSays(String words) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() ->
                        assertThat(get("/job/billing/job/master/1/consoleText")).contains(words));
    }

    @Test
    void letsAVisitorOpenFourGatesBetweenAMergeAndItsDeploy() throws Exception {
        build("billing");
        untilBillingSays("Waiting: main: db/migration/V2__reminder.sql. It is not applied yet.");
        act("migrate-database", "{\"database\": \"billing\", \"commit\": \"master\", \"by\": \"bob\"}");
        untilBillingSays("Waiting: Not met: Quorum.");
        act("transition-ticket", "{\"key\": \"OPS-9\", \"to\": \"Release approved\", \"by\": \"mia\"}");
        untilBillingSays("Finished: ");
        assertThat(get("/job/billing/job/master/1/consoleText"))
                .contains("PASS: review", "PASS: migration", "PASS: approval", "PASS: window", "PASS: deploy")
                .contains("would go to production.", "Finished: SUCCESS");
    }

    @Test
    void saysWhereItIsAndWhoMayLogIn() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        server.introduce(new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(":" + port + "/")
                .contains("rita/rita")
                .contains("Ctrl-C");
    }
}
