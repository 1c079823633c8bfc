package io.jenkins.plugins.itgc.connect.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.itgc.connect.StandIn;
import io.jenkins.plugins.itgc.connect.Unavailable;
import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.review.Example;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A commit has one status for each environment, and nothing is written when nothing changed. */
class GitHubStatusesTest {
    private static final String STANDING = "/repos/acme/orders/commits/" + Example.HEAD + "/statuses?per_page=100";
    private static final String PUT = "/repos/acme/orders/statuses/" + Example.HEAD;
    private static final Finding FINDING =
            new Finding("code", Message.text("No peer."), "acme/orders#12", null, Message.text("Ask a peer."));

    private final StandIn system = new StandIn();
    private final GitHubStatuses statuses = new GitHub(system.reader(), system.parallel()).statuses();

    @BeforeEach
    void takeWrites() {
        stands("");
        system.server.stubFor(
                post(urlEqualTo(PUT)).willReturn(okJson("{\"id\":1}").withStatus(201)));
    }

    @AfterEach
    void stop() {
        system.close();
    }

    private void stands(String newestFirst) {
        system.on(STANDING, "[" + newestFirst.replace('\'', '"') + "]");
    }

    private static Ruling ruling(String environment, Decision decision, Explanation explanation) {
        Change change = Change.ofProduction(Example.REPOSITORY, Example.HEAD, Example.TREE, List.of(12), environment);
        return new Ruling("review", change, decision, explanation);
    }

    private static Ruling pass(String environment, String summary) {
        return ruling(
                environment,
                new Decision.Pass(Message.text(summary), true),
                Explanation.pass(Message.text("rule"), Message.text(summary)));
    }

    private JsonNode written() {
        return system.asked().stream()
                .filter(request -> request.getMethod().getName().equals("POST"))
                .map(request -> PullRequestAnswer.json(request.getBodyAsString()))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"production, itgc/review: production", "staging, itgc/review: staging", ", itgc/review"})
    void isNamedByItsEnvironment(String environment, String context) throws Exception {
        assertThat(statuses.put(pass(environment, "Fine."), Locale.ENGLISH)).isEqualTo(Written.SUBMITTED);
        assertThat(written().get("context").asText()).isEqualTo(context);
        assertThat(written().get("state").asText()).isEqualTo("success");
    }

    @Test
    void saysWhetherItIsRefusedOrCannotBeTold() throws Exception {
        assertThat(statuses.put(
                        ruling(
                                "production",
                                new Decision.Refuse(List.of(FINDING)),
                                Explanation.refuse(Message.text("rule"), FINDING)),
                        Locale.ENGLISH))
                .isEqualTo(Written.SUBMITTED);
        assertThat(written().get("state").asText()).isEqualTo("failure");
        system.server.resetRequests();
        assertThat(statuses.put(
                        ruling(
                                "production",
                                new Decision.Unknown(Message.text("No."), null),
                                Explanation.unknown(Message.text("rule"), FINDING)),
                        Locale.ENGLISH))
                .isEqualTo(Written.SUBMITTED);
        assertThat(written().get("state").asText()).isEqualTo("error");
    }

    @Test
    void isNotWrittenAgainWhenItStands() throws Exception {
        stands("{'context':'build','state':'failure','description':null},"
                + "{'context':'ITGC/review: production','state':'success','description':'Fine.'},"
                + "{'context':'itgc/review: production','state':'failure','description':'No.'}");
        assertThat(statuses.put(pass("production", "Fine."), Locale.ENGLISH)).isEqualTo(Written.UNCHANGED);
        assertThat(system.asked()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "itgc/review: production, failure, Fine.",
        "itgc/review: production, success, Other words.",
        "itgc/review: staging, success, Fine.",
        "itgc/review, success, Fine."
    })
    void isWrittenWhenItSaysSomethingElse(String context, String state, String description) throws Exception {
        stands("{'context':'" + context + "','state':'" + state + "','description':'" + description + "'}");
        assertThat(statuses.put(pass("production", "Fine."), Locale.ENGLISH)).isEqualTo(Written.SUBMITTED);
    }

    @Test
    void isCutWhereGitHubWouldNotTakeItAndStillRecognised() throws Exception {
        Ruling talkative = pass("production", "\ud83d\ude80".repeat(200));
        assertThat(statuses.put(talkative, Locale.ENGLISH)).isEqualTo(Written.SUBMITTED);
        String shown = written().get("description").asText();
        assertThat(shown.codePointCount(0, shown.length())).isEqualTo(140);
        assertThat(shown.codePoints()).noneMatch(c -> c >= 0xd800 && c <= 0xdfff);
        stands("{'context':'itgc/review: production','state':'success','description':'" + shown + "'}");
        assertThat(statuses.put(talkative, Locale.ENGLISH)).isEqualTo(Written.UNCHANGED);
    }

    @Test
    void isNotWrittenBlindly() {
        system.on(STANDING, aResponse().withStatus(403));
        assertThat(Unavailable.code(() -> statuses.put(pass("production", "Fine."), Locale.ENGLISH)))
                .isEqualTo("connect.forbidden");
        assertThat(system.asked()).hasSize(1);
    }
}
