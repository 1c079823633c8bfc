package io.jenkins.plugins.itgc.connect.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.jenkins.plugins.itgc.connect.StandIn;
import io.jenkins.plugins.itgc.connect.Unavailable;
import io.jenkins.plugins.itgc.connect.github.GitHubReviews.Written;
import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.review.Example;
import io.jenkins.plugins.itgc.review.ReviewRequest.HeadHint;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One review at a time says what the gate decided, and nothing is written when nothing changed. */
class GitHubReviewsTest {
    private static final String REVIEWS = "/repos/acme/orders/pulls/12/reviews";
    private static final Change CHANGE = new Change(
            Example.REPOSITORY, new CommitId(PullRequestAnswer.HEAD), Example.TREE, List.of(12), "production");

    private final StandIn system = new StandIn();
    private final PullRequestAnswer answer = new PullRequestAnswer();
    private final GitHub gitHub = new GitHub(system.reader(), system.parallel());
    private final Ruling pass =
            new Ruling("review", CHANGE, new Decision.Pass("Fine.", true), Explanation.pass("rule", "Fine."));
    private final Ruling refusal = refusal("Nobody reviewed it.");

    private static Ruling refusal(String what) {
        Finding finding = new Finding("code", what, "acme/orders#12", "https://github.example/x", "Ask a peer.");
        return new Ruling(
                "review", CHANGE, new Decision.Refuse(List.of(finding)), Explanation.refuse("rule", finding));
    }

    @BeforeEach
    void takeWrites() {
        system.server.stubFor(any(urlPathMatching(REVIEWS + ".*")).willReturn(okJson("{\"id\":1}")));
    }

    @AfterEach
    void stop() {
        system.close();
    }

    private Written published(Ruling ruling) throws Exception {
        answer.on(system);
        gitHub.pullRequests()
                .read(Example.REPOSITORY, 12, new HeadHint(Example.REPOSITORY, "faster"), Example.policy());
        return gitHub.reviews().publish(ruling);
    }

    private void wroteBefore(String id, String state, String commit, String body) {
        ObjectNode review = answer.first("reviews").deepCopy();
        review.put("fullDatabaseId", id).put("state", state).put("body", body);
        review.set("author", PullRequestAnswer.json("{'__typename':'User','login':'itgc-bot'}"));
        ((ObjectNode) review.get("commit")).put("oid", commit);
        answer.adding("reviews", review);
    }

    private List<LoggedRequest> writes() {
        return system.asked().stream()
                .filter(request -> request.getUrl().startsWith(REVIEWS))
                .toList();
    }

    private JsonNode written() {
        assertThat(writes()).hasSize(1);
        return PullRequestAnswer.json(
                writes().get(0).getBodyAsString().replace("'", "&apos;"));
    }

    @Test
    void approvesTheCommitThatWasJudged() throws Exception {
        assertThat(published(pass)).isEqualTo(Written.SUBMITTED);
        assertThat(written().get("event").asText()).isEqualTo("APPROVE");
        assertThat(written().get("commit_id").asText()).isEqualTo(PullRequestAnswer.HEAD);
    }

    @Test
    void asksForChangesWithWhatIsWrong() throws Exception {
        assertThat(published(refusal)).isEqualTo(Written.SUBMITTED);
        assertThat(written().get("event").asText()).isEqualTo("REQUEST_CHANGES");
        assertThat(written().get("body").asText())
                .contains("| Nobody reviewed it\\. [acme\\/orders\\#12](<https://github.example/x>) | Ask a peer\\. |");
    }

    @Test
    void writesNothingWhenNothingChanged() throws Exception {
        String stored = new ReviewBody(refusal).markdown().strip().replace("\n", "\r\n");
        wroteBefore("7", "CHANGES_REQUESTED", PullRequestAnswer.HEAD, stored);
        assertThat(published(refusal)).isEqualTo(Written.UNCHANGED);
        assertThat(writes()).isEmpty();
    }

    @Test
    void updatesItsReviewWhenOnlyTheFindingsChanged() throws Exception {
        wroteBefore("7", "CHANGES_REQUESTED", PullRequestAnswer.HEAD, "Something else.");
        assertThat(published(refusal)).isEqualTo(Written.UPDATED);
        assertThat(writes()).extracting(LoggedRequest::getUrl).containsExactly(REVIEWS + "/7");
        assertThat(writes().get(0).getMethod().getName()).isEqualTo("PUT");
    }

    @Test
    void submitsAnewWhenItsMindChanged() throws Exception {
        wroteBefore("7", "CHANGES_REQUESTED", PullRequestAnswer.HEAD, "Something else.");
        assertThat(published(pass)).isEqualTo(Written.SUBMITTED);
    }

    @Test
    void submitsAnewForANewHead() throws Exception {
        wroteBefore("7", "APPROVED", "f".repeat(40), new ReviewBody(pass).markdown());
        assertThat(published(pass)).isEqualTo(Written.SUBMITTED);
    }

    @Test
    void submitsAnewWhenItsReviewWasDismissed() throws Exception {
        wroteBefore("7", "DISMISSED", PullRequestAnswer.HEAD, new ReviewBody(pass).markdown());
        assertThat(published(pass)).isEqualTo(Written.SUBMITTED);
    }

    @Test
    void judgesByItsLatestReview() throws Exception {
        wroteBefore("7", "APPROVED", PullRequestAnswer.HEAD, new ReviewBody(pass).markdown());
        wroteBefore("8", "CHANGES_REQUESTED", PullRequestAnswer.HEAD, "No.");
        wroteBefore("9", "COMMENTED", PullRequestAnswer.HEAD, "Hm.");
        assertThat(published(pass)).isEqualTo(Written.SUBMITTED);
    }

    @Test
    void saysWhenGitHubDoesNotTakeItAndDoesNotTryAgain() {
        system.server.stubFor(any(urlPathMatching(REVIEWS)).willReturn(aResponse().withStatus(503)));
        assertThat(Unavailable.code(() -> published(pass))).isEqualTo("connect.failing");
        assertThat(writes()).hasSize(1);
    }
}
