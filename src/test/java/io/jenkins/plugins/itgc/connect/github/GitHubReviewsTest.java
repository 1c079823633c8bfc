package io.jenkins.plugins.itgc.connect.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.jenkins.plugins.itgc.connect.StandIn;
import io.jenkins.plugins.itgc.connect.Unavailable;
import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.review.Example;
import io.jenkins.plugins.itgc.review.ReviewRequest.HeadHint;
import io.jenkins.plugins.itgc.review.facts.ReviewFacts.State;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One review at a time says what the gate decided, and nothing is written when nothing changed. */
class GitHubReviewsTest {
    private static final String REVIEWS = "/repos/acme/orders/pulls/12/reviews";
    private static final Change CHANGE = Change.ofProduction(
            Example.REPOSITORY, new CommitId(PullRequestAnswer.HEAD), Example.TREE, List.of(12), "production");

    private final StandIn system = new StandIn();
    private final PullRequestAnswer answer = new PullRequestAnswer();
    private final GitHub gitHub = new GitHub(system.reader(), system.parallel());
    private final Ruling pass = pass("production");
    private final Ruling refusal = refusal("Nobody reviewed it.");

    private static Ruling pass(String environment) {
        return new Ruling(
                "review",
                Change.ofProduction(
                        CHANGE.repository(), CHANGE.commit(), CHANGE.tree(), CHANGE.pullRequests(), environment),
                new Decision.Pass(Message.text("Fine."), true),
                Explanation.pass(Message.text("rule"), Message.text("Fine.")));
    }

    private static Ruling refusal(String what) {
        Finding finding = new Finding(
                "code", Message.text(what), "acme/orders#12", "https://github.example/x", Message.text("Ask a peer."));
        return new Ruling(
                "review",
                CHANGE,
                new Decision.Refuse(List.of(finding)),
                Explanation.refuse(Message.text("rule"), finding));
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
                .read(Example.REPOSITORY, 12, new HeadHint(Example.REPOSITORY, "faster"), Example.policy(), body -> {});
        return gitHub.reviews().publish(ruling, Locale.ENGLISH);
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
        return PullRequestAnswer.json(writes().get(0).getBodyAsString().replace("'", "&apos;"));
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
        String stored =
                new ReviewBody(refusal, Locale.ENGLISH).markdown().strip().replace("\n", "\r\n");
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
        wroteBefore("7", "APPROVED", "f".repeat(40), new ReviewBody(pass, Locale.ENGLISH).markdown());
        assertThat(published(pass)).isEqualTo(Written.SUBMITTED);
    }

    @Test
    void submitsAnewWhenItsReviewWasDismissed() throws Exception {
        wroteBefore("7", "DISMISSED", PullRequestAnswer.HEAD, new ReviewBody(pass, Locale.ENGLISH).markdown());
        assertThat(published(pass)).isEqualTo(Written.SUBMITTED);
    }

    @Test
    void judgesByItsLatestReview() throws Exception {
        wroteBefore("7", "APPROVED", PullRequestAnswer.HEAD, new ReviewBody(pass, Locale.ENGLISH).markdown());
        wroteBefore("8", "CHANGES_REQUESTED", PullRequestAnswer.HEAD, "No.");
        wroteBefore("9", "COMMENTED", PullRequestAnswer.HEAD, "Hm.");
        assertThat(published(pass)).isEqualTo(Written.SUBMITTED);
    }

    private static String by(String environment) {
        return new ReviewMarker(environment).line() + "\nSomething.";
    }

    @Nested
    class SeveralEnvironments {
        @Test
        void haveAReviewEach() throws Exception {
            wroteBefore(
                    "7",
                    "APPROVED",
                    PullRequestAnswer.HEAD,
                    new ReviewBody(pass("staging"), Locale.ENGLISH).markdown());
            assertThat(published(pass)).isEqualTo(Written.SUBMITTED);
            assertThat(written().get("body").asText()).startsWith("<!-- itgc-deploy-gates review: production -->");
        }

        @Test
        void findTheirOwnAgain() throws Exception {
            wroteBefore("7", "APPROVED", PullRequestAnswer.HEAD, new ReviewBody(pass, Locale.ENGLISH).markdown());
            wroteBefore("8", "APPROVED", PullRequestAnswer.HEAD, by("staging"));
            assertThat(published(pass)).isEqualTo(Written.UNCHANGED);
        }

        @Test
        void doNotOutvoteTheOneThatAsksForChanges() throws Exception {
            wroteBefore("7", "CHANGES_REQUESTED", PullRequestAnswer.HEAD, by("staging"));
            assertThat(published(pass)).isEqualTo(Written.SUBMITTED);
            assertThat(written().get("event").asText()).isEqualTo("COMMENT");
        }

        @Test
        void sayItOnceWithoutAVote() throws Exception {
            wroteBefore("7", "CHANGES_REQUESTED", PullRequestAnswer.HEAD, by("staging"));
            wroteBefore("8", "COMMENTED", PullRequestAnswer.HEAD, new ReviewBody(pass, Locale.ENGLISH).markdown());
            assertThat(published(pass)).isEqualTo(Written.UNCHANGED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"DISMISSED", "APPROVED", "COMMENTED"})
        void voteWhenTheObjectionIsOver(String state) throws Exception {
            wroteBefore("7", "CHANGES_REQUESTED", PullRequestAnswer.HEAD, by("staging"));
            wroteBefore("8", "COMMENTED", PullRequestAnswer.HEAD, new ReviewBody(pass, Locale.ENGLISH).markdown());
            wroteBefore("9", state, PullRequestAnswer.HEAD, by("staging"));
            assertThat(published(pass)).isEqualTo(Written.SUBMITTED);
            assertThat(written().get("event").asText()).isEqualTo("APPROVE");
        }

        @Test
        void voteWhenTheObjectionWasToAnotherHead() throws Exception {
            wroteBefore("7", "CHANGES_REQUESTED", "f".repeat(40), by("staging"));
            assertThat(published(pass)).isEqualTo(Written.SUBMITTED);
            assertThat(written().get("event").asText()).isEqualTo("APPROVE");
        }

        @Test
        void askForChangesAgainWhenOutvoted() throws Exception {
            wroteBefore(
                    "7",
                    "CHANGES_REQUESTED",
                    PullRequestAnswer.HEAD,
                    new ReviewBody(refusal, Locale.ENGLISH).markdown());
            wroteBefore("8", "APPROVED", PullRequestAnswer.HEAD, by("staging"));
            assertThat(published(refusal)).isEqualTo(Written.SUBMITTED);
        }

        @Test
        void takeOverWhatAnOlderVersionWrote() throws Exception {
            wroteBefore("7", "APPROVED", PullRequestAnswer.HEAD, "<!-- itgc-deploy-gates review -->\nIn older words.");
            assertThat(published(pass)).isEqualTo(Written.UPDATED);
        }

        @Test
        void whoseRulesHaveNoNameKnowAllOfThem() throws Exception {
            String body = new ReviewBody(pass(null), Locale.ENGLISH).markdown();
            String named = body.replace("review -->", "review: production -->");
            wroteBefore("7", "APPROVED", PullRequestAnswer.HEAD, named);
            assertThat(published(pass(null))).isEqualTo(Written.UNCHANGED);
        }

        @Test
        void cannotBreakOutOfTheMarkerByTheirName() {
            String odd = "a --> b\n<script> é";
            OwnReview review = new OwnReview("1", State.APPROVED, CHANGE.commit(), by(odd));
            assertThat(new ReviewMarker(odd).line())
                    .doesNotContain("\n")
                    .containsOnlyOnce("-->")
                    .endsWith(" -->");
            assertThat(new ReviewMarker(odd).foreign(review)).isFalse();
            assertThat(new ReviewMarker("a").foreign(review)).isTrue();
        }
    }

    @Nested
    class WhenItCannotBeJudged {
        private static final CommitId OTHER = new CommitId("f".repeat(40));

        private Ruling unknown(CommitId judged, Instant retryAt) {
            Change change = Change.ofProduction(Example.REPOSITORY, judged, null, List.of(12), "production");
            Finding finding = new Finding(
                    "code", Message.text("Jira answered 500."), "Jira", null, Message.text("Look at Jira."));
            return new Ruling(
                    "review",
                    change,
                    new Decision.Unknown(finding.problem(), retryAt),
                    Explanation.unknown(Message.text("Evidence"), finding));
        }

        private Written withdrawn(Ruling unknown, String state, CommitId approved, boolean open) throws Exception {
            ObjectNode data = (ObjectNode) PullRequestAnswer.json(
                    "{'viewer':{'login':'itgc-bot[bot]'},'repository':{'pullRequest':{'state':'OPEN','headRefOid':'"
                            + PullRequestAnswer.HEAD + "','latestOpinionatedReviews':{'pageInfo':{'hasNextPage':false},"
                            + "'nodes':[{'state':'APPROVED','author':{'__typename':'User','login':'bob'},'commit':null},"
                            + "{'state':'" + state
                            + "','author':{'__typename':'Bot','login':'itgc-bot'},'commit':{'oid':'"
                            + approved + "'}}]}}}}");
            ((ObjectNode) data.at("/repository/pullRequest")).put("state", open ? "OPEN" : "MERGED");
            system.server.stubFor(post(urlEqualTo("/graphql")).willReturn(okJson("{\"data\":" + data + "}")));
            StandingVote standing = gitHub.reviews().standing(unknown.change());
            return gitHub.reviews().withdraw(unknown, standing, Locale.ENGLISH);
        }

        private final Instant soon = Instant.parse("2026-10-01T12:00:30Z");

        @Test
        void takesAnApprovalOfAnotherCommitBack() throws Exception {
            assertThat(withdrawn(unknown(null, soon), "APPROVED", OTHER, true)).isEqualTo(Written.SUBMITTED);
            assertThat(written().get("event").asText()).isEqualTo("REQUEST_CHANGES");
            assertThat(written().get("commit_id").asText()).isEqualTo(PullRequestAnswer.HEAD);
            assertThat(written().get("body").asText())
                    .contains("It cannot be told whether this change may be deployed", "Jira answered 500");
        }

        @Test
        void takesAnApprovalBackWhenItDoesNotPassByItself() throws Exception {
            assertThat(withdrawn(unknown(null, null), "APPROVED", CHANGE.commit(), true))
                    .isEqualTo(Written.SUBMITTED);
        }

        @Test
        void leavesAnApprovalOfThisCommitAloneWhileASystemIsAway() throws Exception {
            assertThat(withdrawn(unknown(null, soon), "APPROVED", CHANGE.commit(), true))
                    .isEqualTo(Written.UNCHANGED);
            assertThat(writes()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"CHANGES_REQUESTED", "DISMISSED"})
        void writesNothingWhenNothingOfItsOwnApproves(String state) throws Exception {
            assertThat(withdrawn(unknown(null, null), state, OTHER, true)).isEqualTo(Written.UNCHANGED);
        }

        @Test
        void doesNotSpeakForAHeadThatItWasNotAskedAbout() throws Exception {
            assertThat(withdrawn(unknown(OTHER, null), "APPROVED", CHANGE.commit(), true))
                    .isEqualTo(Written.UNCHANGED);
        }

        @Test
        void leavesWhatIsMergedAlone() throws Exception {
            assertThat(withdrawn(unknown(null, null), "APPROVED", OTHER, false)).isEqualTo(Written.UNCHANGED);
        }
    }

    @Test
    void saysWhenGitHubDoesNotTakeItAndDoesNotTryAgain() {
        system.server.stubFor(
                any(urlPathMatching(REVIEWS)).willReturn(aResponse().withStatus(503)));
        assertThat(Unavailable.code(() -> published(pass))).isEqualTo("connect.failing");
        assertThat(writes()).hasSize(1);
    }
}
