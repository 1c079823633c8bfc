package io.jenkins.plugins.itgc.testbed.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A workspace takes what a bot writes, and tells the bot what people say and click, signed. */
class SlackTest {
    private static final String BUTTON =
            "[{\"type\":\"actions\",\"elements\":[{\"type\":\"button\",\"action_id\":\"yes\","
                    + "\"value\":\"n1\",\"text\":{\"type\":\"plain_text\",\"text\":\"Yes\"}}]}]";

    private final List<String> told = new CopyOnWriteArrayList<>();
    private Calling slack;
    private HttpServer bot;

    @BeforeEach
    void start() throws Exception {
        slack = Calling.world("users: {mia: , gus: {kind: ghost}}\n");
        bot = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bot.createContext("/", this::hear);
        bot.start();
        slack.world()
                .slackRequests()
                .connect(URI.create("http://127.0.0.1:" + bot.getAddress().getPort() + "/bot"));
    }

    @AfterEach
    void stop() {
        bot.stop(0);
        slack.close();
    }

    private void hear(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String at = exchange.getRequestHeaders().getFirst("X-Slack-Request-Timestamp");
        boolean signed = signature(at, body).equals(exchange.getRequestHeaders().getFirst("X-Slack-Signature"));
        told.add((signed ? "signed " : "unsigned ") + URLDecoder.decode(body, StandardCharsets.UTF_8));
        byte[] answer = "{\"text\":\"Heard.\"}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static String signature(String at, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("sandbox-signing".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "v0="
                    + HexFormat.of().formatHex(mac.doFinal(("v0:" + at + ":" + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode says(String method, String body) throws Exception {
        return Calling.JSON.readTree(
                slack.send("POST", "/slack/api/" + method, body).body());
    }

    private String posted() throws Exception {
        JsonNode answer = says("chat.postMessage", "{\"channel\":\"C1\",\"text\":\"<b>?\",\"blocks\":" + BUTTON + "}");
        assertThat(answer.path("ok").asBoolean()).isTrue();
        return answer.path("ts").asText();
    }

    private int control(String operation, String parameters) throws Exception {
        return slack.send("POST", "/control/" + operation, parameters).statusCode();
    }

    @Test
    void showsWhatTheBotWritesWithItsButtonsAndAnswersBelow() throws Exception {
        String ts = posted();
        says("chat.postMessage", "{\"channel\":\"C1\",\"thread_ts\":\"" + ts + "\",\"text\":\"and so on\"}");

        assertThat(slack.get("/slack").body())
                .contains("#C1", "&lt;b&gt;?", ">Yes<", "and so on")
                .doesNotContain("<b>?");
    }

    @Test
    void replacesAMessageThatIsThereAndKnowsOneThatIsNot() throws Exception {
        String ts = posted();
        says("chat.update", "{\"channel\":\"C1\",\"ts\":\"" + ts + "\",\"text\":\"over\"}");
        assertThat(slack.world().slack().messages()).singleElement().satisfies(message -> {
            assertThat(message.text()).isEqualTo("over");
            assertThat(message.button("yes")).isEmpty();
        });
        assertThat(says("chat.update", "{\"channel\":\"C1\",\"ts\":\"1\",\"text\":\"x\"}")
                        .path("error")
                        .asText())
                .isEqualTo("message_not_found");
        assertThat(says("chat.postMessage", "{\"channel\":\"C1\",\"thread_ts\":\"1\",\"text\":\"x\"}")
                        .path("error")
                        .asText())
                .isEqualTo("thread_not_found");
    }

    @Test
    void knowsTheWorldsPeopleAndNobodyElse() throws Exception {
        JsonNode mia = Calling.JSON.readTree(
                slack.get("/slack/api/users.info?user=UMIA").body());
        assertThat(mia.at("/user/profile/email").asText()).contains("mia");
        assertThat(mia.at("/user/is_email_confirmed").asBoolean()).isTrue();
        assertThat(slack.get("/slack/api/users.info?user=UEVE").body()).contains("user_not_found");
        assertThat(slack.get("/slack/api/users.info?user=UGUS").body()).contains("user_not_found");
    }

    @Test
    void letsNobodyInWithoutAToken() throws Exception {
        slack.as("wrong");
        assertThat(says("chat.postMessage", "{\"channel\":\"C1\",\"text\":\"x\"}")
                        .path("error")
                        .asText())
                .isEqualTo("invalid_auth");
    }

    @Test
    void tellsTheBotOfAClickOnAButtonThatIsThere() throws Exception {
        String ts = posted();
        String click = "{\"by\":\"mia\",\"channel\":\"C1\",\"message\":\"" + ts + "\",\"action\":\"%s\"}";
        assertThat(control("slack-click", click.formatted("no"))).isEqualTo(400);
        assertThat(control("slack-click", click.formatted("yes"))).isEqualTo(200);
        await().atMost(Duration.ofMinutes(2)).until(() -> !told.isEmpty());

        assertThat(told).singleElement().satisfies(said -> assertThat(said)
                .startsWith("signed payload=")
                .contains(
                        "\"type\":\"block_actions\"", "\"id\":\"UMIA\"", "\"action_id\":\"yes\"", "\"value\":\"n1\""));
    }

    @Test
    void tellsTheBotOfACommandAndShowsTheAnswerToWhoAsked() throws Exception {
        assertThat(control("slack-command", "{\"by\":\"mia\",\"channel\":\"C1\",\"text\":\"list\"}"))
                .isEqualTo(200);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !slack.world().slack().messages().isEmpty());

        assertThat(told).singleElement().satisfies(said -> assertThat(said)
                .startsWith("signed ")
                .contains("team_id=T0SANDBOX", "user_id=UMIA", "command=/deploy", "text=list"));
        assertThat(slack.get("/slack").body()).contains("Only UMIA sees this:", "Heard.");
    }
}
