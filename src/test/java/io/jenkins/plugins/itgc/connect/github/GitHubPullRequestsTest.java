package io.jenkins.plugins.itgc.connect.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.jenkins.plugins.itgc.connect.github.PullRequestAnswer.ACTIVITY;
import static io.jenkins.plugins.itgc.connect.github.PullRequestAnswer.HEAD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.connect.StandIn;
import io.jenkins.plugins.itgc.connect.Unavailable;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.review.Example;
import io.jenkins.plugins.itgc.review.ReviewRequest.HeadHint;
import io.jenkins.plugins.itgc.review.facts.Account;
import io.jenkins.plugins.itgc.review.facts.ChangedFile;
import io.jenkins.plugins.itgc.review.facts.GitActor;
import io.jenkins.plugins.itgc.review.facts.PullRequestFacts;
import io.jenkins.plugins.itgc.review.facts.PushFacts;
import io.jenkins.plugins.itgc.review.facts.ReviewFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A pull request is read whole, at one head, or not at all. */
class GitHubPullRequestsTest {
    private static final HeadHint HINT = new HeadHint(Example.REPOSITORY, "faster");

    private final StandIn system = new StandIn();
    private final PullRequestAnswer answer = new PullRequestAnswer();
    private final GitHubPullRequests pullRequests = new GitHub(system.reader(), system.parallel()).pullRequests();

    @AfterEach
    void stop() {
        system.close();
    }

    private PullRequestFacts read() throws EvidenceUnavailable, InterruptedException {
        answer.on(system);
        return readAgain();
    }

    private PullRequestFacts readAgain() throws EvidenceUnavailable, InterruptedException {
        return pullRequests.read(Example.REPOSITORY, 12, HINT, Example.policy(), body -> {});
    }

    private void cannotRead(String code) {
        assertThat(Unavailable.code(this::read)).isEqualTo("connect." + code);
    }

    @Test
    void readsAnOrdinaryOneByTwoReadsSideBySide() throws Exception {
        PullRequestFacts facts = read();
        assertThat(facts.head().sha()).isEqualTo(HEAD);
        assertThat(facts.author()).isEqualTo(Account.human("alice"));
        assertThat(facts.reviews()).extracting(ReviewFacts::reviewer).containsExactly(Account.human("bob"));
        assertThat(facts.pushes()).extracting(PushFacts::pusher).containsExactly(Account.human("alice"));
        assertThat(system.asked()).hasSize(2);
    }

    @Test
    void readsTheBranchThatIsMeantWhenTheHintWasWrong() throws Exception {
        answer.on(system);
        HeadHint wrong = new HeadHint(Example.REPOSITORY, "slower");
        system.on("/repos/acme/orders/activity?per_page=100&ref=refs%2Fheads%2Fslower", "[]");
        PullRequestFacts facts = pullRequests.read(Example.REPOSITORY, 12, wrong, Example.policy(), body -> {});
        assertThat(facts.pushes()).hasSize(1);
    }

    @Test
    void tellsTheDescriptionBeforeItReadsOn() throws Exception {
        answer.on(system);
        List<Integer> askedBefore = new ArrayList<>();
        PullRequestFacts facts = pullRequests.read(Example.REPOSITORY, 12, null, Example.policy(), body -> {
            assertThat(body).contains("OPS-7");
            askedBefore.add(system.asked().size());
        });
        assertThat(facts.body()).contains("OPS-7");
        assertThat(askedBefore).containsExactly(1);
        assertThat(system.asked()).hasSizeGreaterThan(1);
    }

    @Nested
    class Pages {
        private final ObjectNode second = answer.copy().root;

        private void twoPages() {
            answer.adding("commits", answer.first("commits"));
            ObjectNode rest = answer.copy().pullRequest();
            ((com.fasterxml.jackson.databind.node.ArrayNode)
                            answer.pullRequest().at("/commits/nodes"))
                    .remove(0);
            answer.commit().put("oid", "00000000000000000000000000000000c0de0000");
            answer.continued("commits", "c1");
            second.set("data", answer.data().deepCopy());
            ObjectNode pr = (ObjectNode) second.at("/data/repository/pullRequest");
            pr.removeAll();
            pr.put("headRefOid", HEAD);
            ObjectNode commits = pr.putObject("commits");
            commits.put("totalCount", 2);
            commits.set("pageInfo", PullRequestAnswer.json("{'hasNextPage':false,'endCursor':null}"));
            commits.putArray("nodes").add(rest.at("/commits/nodes/1"));
            answer.on(system);
            onSecondPage();
        }

        private void onSecondPage() {
            system.server.stubFor(post(urlEqualTo("/graphql"))
                    .withRequestBody(containing("\"commitsAfter\":\"c1\""))
                    .willReturn(okJson(second.toString())));
        }

        @Test
        void areReadToTheEndWithoutTheListsThatAreComplete() throws Exception {
            twoPages();
            assertThat(readAgain().commits()).hasSize(2);
            JsonNode variables = system.asked().stream()
                    .map(request -> PullRequestAnswer.json(
                            request.getBodyAsString().isEmpty() ? "{}" : request.getBodyAsString()))
                    .map(body -> body.path("variables"))
                    .filter(body -> body.path("commitsAfter").asText("").equals("c1"))
                    .findFirst()
                    .orElseThrow();
            assertThat(variables.get("commits").asBoolean()).isTrue();
            assertThat(variables.get("reviews").asBoolean()).isFalse();
            assertThat(variables.get("files").asBoolean()).isFalse();
        }

        @Test
        void ofDifferentHeadsAreNoSnapshot() {
            twoPages();
            ((ObjectNode) second.at("/data/repository/pullRequest")).put("headRefOid", "f".repeat(40));
            onSecondPage();
            EvidenceUnavailable said = Unavailable.when(GitHubPullRequestsTest.this::readAgain);
            assertThat(said.finding().code()).isEqualTo("connect.moved");
            assertThat(said.retryAfter()).isPositive();
        }

        @Test
        void areFollowedByALookWhetherTheHeadMoved() {
            twoPages();
            system.server.stubFor(post(urlEqualTo("/graphql"))
                    .withRequestBody(containing("query PullRequestHead"))
                    .willReturn(okJson("{\"data\":{\"repository\":{\"pullRequest\":{\"headRefOid\":\"" + "e".repeat(40)
                            + "\"}}}}")));
            assertThat(Unavailable.code(GitHubPullRequestsTest.this::readAgain)).isEqualTo("connect.moved");
        }

        @Test
        void withoutEndAreNotReadForEver() {
            answer.continued("timelineItems", "again");
            cannotRead("cut-short");
            assertThat(system.asked()).hasSizeLessThan(50);
        }
    }

    @Nested
    class CutShort {
        @ParameterizedTest
        @CsvSource({"commits, 2", "commits, 0", "reviews, 2", "userContentEdits, 1"})
        void whatGitHubCountsMustBeListed(String list, int counted) {
            ((ObjectNode) answer.pullRequest().get(list)).put("totalCount", counted);
            cannotRead("cut-short");
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 2, 3_000, 5_000})
        void everyChangedFileMustBeListed(int counted) {
            answer.pullRequest().put("changedFiles", counted);
            cannotRead("cut-short");
        }

        @Test
        void parentsAndAuthorsOfACommitMustBeListed() {
            ((ObjectNode) answer.commit().get("authors")).put("totalCount", 51);
            cannotRead("malformed");
        }

        @Test
        void theRepositorysPolicyMustBeShownWhole() {
            ((ObjectNode) answer.data().get("repository"))
                    .set("policyFile", PullRequestAnswer.json("{'text':'x','isTruncated':true}"));
            cannotRead("cut-short");
        }

        @Test
        void theListThatTellsWhereRenamedFilesCameFromMustBeWhole() {
            answer.adding("files", "{'path':'db/V2.txt','changeType':'RENAMED'}");
            system.on(
                    "/repos/acme/orders/pulls/12/files?per_page=100",
                    "[{\"filename\":\"db/V2.txt\",\"previous_filename\":\"db/V2.sql\"}]");
            cannotRead("cut-short");
        }
    }

    @Test
    void tellsWhereARenamedFileCameFrom() throws Exception {
        answer.adding("files", "{'path':'db/V2.txt','changeType':'RENAMED'}");
        system.on(
                "/repos/acme/orders/pulls/12/files?per_page=100",
                "[{\"filename\":\"src/Checkout.java\"},"
                        + "{\"filename\":\"db/V2.txt\",\"previous_filename\":\"db/V2.sql\"}]");
        assertThat(read().files())
                .containsExactly(new ChangedFile("src/Checkout.java", null), new ChangedFile("db/V2.txt", "db/V2.sql"));
    }

    @Nested
    class Odd {
        @ParameterizedTest
        @CsvSource({
            "NOT_FOUND, not-found",
            "FORBIDDEN, forbidden",
            "INSUFFICIENT_SCOPES, forbidden",
            "RATE_LIMITED, rate-limited",
            "SOMETHING_NEW, failing",
            "'', failing"
        })
        void answersWithErrorsAreNoAnswersWhateverDataTheyHold(String type, String code) {
            answer.root.set("errors", PullRequestAnswer.json("[{'type':'" + type + "','message':'m'}]"));
            cannotRead(code);
        }

        @Test
        void answersThatTellOfTheSecondaryLimitOnlyInWordsAskForAPause() {
            String message =
                    "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";
            answer.root.set("errors", PullRequestAnswer.json("[{'message':'" + message + "'}]"));
            EvidenceUnavailable said = Unavailable.when(GitHubPullRequestsTest.this::read);
            assertThat(said.finding().code()).isEqualTo("connect.rate-limited");
            assertThat(said.retryAfter()).isGreaterThanOrEqualTo(Duration.ofSeconds(60));
        }

        @ParameterizedTest
        @ValueSource(strings = {"changedFiles", "headRefOid", "commits", "reviews", "url", "merged", "baseRefName"})
        void answersWithoutAMemberAreMalformed(String member) {
            answer.pullRequest().remove(member);
            cannotRead("malformed");
        }

        @ParameterizedTest
        @CsvSource({"state, 'MAYBE'", "submittedAt, 'soon'", "authorCanPushToRepository, 'yes'"})
        void reviewsAreMalformed(String member, String value) {
            answer.first("reviews").put(member, value);
            cannotRead("malformed");
        }

        @Test
        void repositoriesAndPullRequestsThatAreNotShown() {
            answer.with("x", "1").data().putNull("repository");
            cannotRead("not-found");
        }

        @Test
        void headRepositoriesThatAreGone() {
            answer.with("headRepository", "null");
            cannotRead("head-repository-gone");
        }

        @Test
        void headRepositoriesThatAreGoneBeforeTheMergeAskForANewPullRequest() {
            answer.with("headRepository", "null");
            assertThat(Unavailable.when(GitHubPullRequestsTest.this::read)
                            .finding()
                            .next())
                    .isEqualTo("Push the branch to acme/orders and open a pull request from there.");
        }

        @Test
        void headRepositoriesThatAreGoneAfterTheMergeMustComeBackOrTheMergeMustGo() {
            answer.with("headRepository", "null").with("merged", "true");
            assertThat(Unavailable.when(GitHubPullRequestsTest.this::read)
                            .finding()
                            .next())
                    .startsWith("Ask its owner to restore it at GitHub")
                    .contains("resets master to before this merge", "A revert does not help")
                    .doesNotContain("open a pull request from there");
        }

        @Test
        void headsThatAreNotAmongTheCommits() {
            answer.commit().put("oid", "f".repeat(40));
            cannotRead("moved");
        }
    }

    @Nested
    class People {
        private GitActor author(String name, String email, String user, String signature) throws Exception {
            ObjectNode person = (ObjectNode) answer.commit().at("/authors/nodes/0");
            person.put("name", name).put("email", email);
            person.set("user", PullRequestAnswer.json(user));
            answer.commit().set("signature", PullRequestAnswer.json(signature));
            return read().commits().get(0).authors().get(0);
        }

        @Test
        void whoAreGoneAreGhosts() throws Exception {
            answer.with("author", "null");
            answer.first("reviews").putNull("author");
            PullRequestFacts facts = read();
            assertThat(facts.author()).isEqualTo(Account.GHOST);
            assertThat(facts.reviews()).extracting(ReviewFacts::reviewer).containsExactly(Account.GHOST);
        }

        @ParameterizedTest
        @CsvSource({"User, HUMAN", "Bot, BOT", "Mannequin, OTHER", "Organization, OTHER", "Martian, OTHER"})
        void areHumanOnlyWhenGitHubSaysSo(String type, Account.Kind kind) throws Exception {
            answer.with("author", "{'__typename':'" + type + "','login':'x'}");
            assertThat(read().author().kind()).isEqualTo(kind);
        }

        @Test
        void withoutAccountAreNobodyWhateverTheyCallThemselves() throws Exception {
            assertThat(author("bob", "bob@example.com", "null", "null").attributed())
                    .isFalse();
        }

        private static final String APP = "123+deploy-app[bot]@users.noreply.github.com";

        @Test
        void areAppsByTheirAddressOnlyInCommitsThatGitHubSigned() throws Exception {
            assertThat(author("app", APP, "null", "{'isValid':true,'wasSignedByGitHub':true}")
                            .account())
                    .isEqualTo(new Account("deploy-app", Account.Kind.BOT));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "null",
                    "{'isValid':false,'wasSignedByGitHub':true}",
                    "{'isValid':true,'wasSignedByGitHub':false}"
                })
        void canPretendToBeAppsInNoOtherCommit(String signature) throws Exception {
            assertThat(author("app", APP, "null", signature).attributed()).isFalse();
        }
    }

    @Nested
    class OwnReviews {
        private void ownReview(String viewer, String author) {
            ((ObjectNode) answer.data().get("viewer")).put("login", viewer);
            answer.first("reviews").set("author", PullRequestAnswer.json(author));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "itgc-gates[bot];{'__typename':'Bot','login':'itgc-gates'}",
                    "itgc-gates;{'__typename':'User','login':'itgc-gates'}",
                    "ITGC-Gates;{'__typename':'User','login':'itgc-gates'}"
                })
        void areNeverEvidence(String viewer, String author) throws Exception {
            ownReview(viewer, author);
            assertThat(read().reviews()).isEmpty();
            assertThat(pullRequests.ownReviews(12)).extracting(OwnReview::id).containsExactly("1");
        }

        @Test
        void thatAreNotSubmittedAreNoReviews() throws Exception {
            answer.first("reviews").put("state", "PENDING");
            assertThat(read().reviews()).isEmpty();
            assertThat(pullRequests.ownReviews(12)).isEmpty();
        }

        @Test
        void keepWhoDismissedAReviewAndWhatItSaid() throws Exception {
            answer.first("reviews").put("state", "DISMISSED");
            answer.adding(
                    "timelineItems",
                    "{'__typename':'ReviewDismissedEvent','actor':{'__typename':'User','login':'mallory'},"
                            + "'previousReviewState':'CHANGES_REQUESTED','review':{'id':'R1'}}");
            assertThat(read().reviews().get(0).dismissal())
                    .isEqualTo(
                            new ReviewFacts.Dismissal(Account.human("mallory"), ReviewFacts.State.CHANGES_REQUESTED));
        }
    }

    @Nested
    class Labels {
        private static final String PERMISSION = "/repos/acme/orders/collaborators/carol/permission";

        private void labelled(String actor) {
            answer.adding(
                    "timelineItems",
                    "{'__typename':'LabeledEvent','createdAt':'2026-10-01T10:00:00Z','label':{'name':'lgtm'},'actor':"
                            + actor + "}");
        }

        @ParameterizedTest
        @CsvSource({"admin, true", "write, true", "read, false", "triage, false", "none, false"})
        void weighWhatTheirLabellerMayDo(String permission, boolean mayPush) throws Exception {
            labelled("{'__typename':'User','login':'carol'}");
            system.on(PERMISSION, "{\"permission\":\"" + permission + "\"}");
            assertThat(read().mayPush()).containsEntry("carol", mayPush);
        }

        @Test
        void ofStrangersWeighNothing() throws Exception {
            labelled("{'__typename':'User','login':'carol'}");
            assertThat(read().mayPush()).containsEntry("carol", false);
        }

        @Test
        void ofGhostsAndBotsWeighNothing() throws Exception {
            labelled("null");
            labelled("{'__typename':'Bot','login':'lgtm-bot'}");
            assertThat(read().mayPush()).containsEntry("ghost", false).containsEntry("lgtm-bot", false);
        }

        @Test
        void cannotBeWeighedWhenThePermissionCannotBeRead() {
            labelled("{'__typename':'User','login':'carol'}");
            system.on(PERMISSION, aResponse().withStatus(403));
            cannotRead("forbidden");
        }
    }

    @Nested
    class Pushes {
        private String page(int number, int next) {
            String path = number == 1 ? ACTIVITY : "/activity?after=" + number;
            String link = "<" + system.base() + "/activity?after=" + next + ">; rel=\"next\"";
            var found = okJson("[" + PullRequestAnswer.push("push", "{\"login\":\"p" + number + "\"}") + "]");
            system.on(path, next == 0 ? found : found.withHeader("Link", link));
            return path;
        }

        @Test
        void areReadToTheLastPage() throws Exception {
            answer.on(system);
            page(1, 2);
            page(2, 3);
            page(3, 0);
            assertThat(readAgain().pushes())
                    .extracting(push -> push.pusher().login())
                    .containsExactly("p1", "p2", "p3");
        }

        @Test
        void areNotReadWithoutEnd() {
            answer.on(system);
            page(1, 2);
            page(2, 2);
            assertThat(Unavailable.code(GitHubPullRequestsTest.this::readAgain)).isEqualTo("connect.cut-short");
        }

        @Test
        void areNotReadFromElsewhere() {
            answer.on(system);
            try (StandIn other = new StandIn()) {
                String link = "<" + other.base() + "/activity>; rel=\"next\"";
                system.on(ACTIVITY, okJson("[]").withHeader("Link", link));
                assertThat(Unavailable.code(GitHubPullRequestsTest.this::readAgain))
                        .isEqualTo("connect.malformed");
                assertThat(other.asked()).isEmpty();
            }
        }

        @Test
        void countForcePushesNewBranchesAndMergesIntoTheBranchButNotDeletions() throws Exception {
            answer.on(system);
            String alice = "{\"login\":\"alice\",\"type\":\"User\"}";
            system.on(
                    ACTIVITY,
                    "[" + PullRequestAnswer.push("pr_merge", alice) + ","
                            + PullRequestAnswer.push("branch_deletion", alice)
                            + "," + PullRequestAnswer.push("force_push", "null")
                            + "," + PullRequestAnswer.push("branch_creation", "{\"login\":\"x[bot]\",\"type\":\"Bot\"}")
                            + "]");
            assertThat(readAgain().pushes())
                    .extracting(PushFacts::pusher)
                    .containsExactly(Account.human("alice"), Account.GHOST, new Account("x", Account.Kind.BOT));
        }

        @Test
        void cannotBeGuessed() {
            answer.on(system);
            system.on(ACTIVITY, aResponse().withStatus(404));
            assertThat(Unavailable.code(GitHubPullRequestsTest.this::readAgain)).isEqualTo("connect.not-found");
        }
    }
}
