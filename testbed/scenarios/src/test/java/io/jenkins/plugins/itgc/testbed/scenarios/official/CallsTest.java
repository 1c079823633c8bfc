package io.jenkins.plugins.itgc.testbed.scenarios.official;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.parser.Parser;
import io.jenkins.plugins.itgc.connect.github.StandingVote;
import io.jenkins.plugins.itgc.connect.github.Written;
import io.jenkins.plugins.itgc.deploy.DeployNews;
import io.jenkins.plugins.itgc.deploy.DeployTarget;
import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import io.jenkins.plugins.itgc.review.ReviewRequest;
import io.jenkins.plugins.itgc.testbed.official.OfficialCall;
import io.jenkins.plugins.itgc.testbed.official.OpenApi;
import io.jenkins.plugins.itgc.testbed.sandbox.RecordedRequest;
import io.jenkins.plugins.itgc.testbed.sandbox.Sandbox;
import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.scenarios.WorldReview;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the connector calls is described by GitHub, with these parameters and this body. */
class CallsTest {
    private static final OpenApi OFFICIAL = new OpenApi();
    private static final String ROOT = "/github/api/v3";
    private static final RepositoryId REPOSITORY = new RepositoryId("acme", "orders");
    private static final Path ATTACKS = Path.of("src/test/resources/attacks");
    private static final Path BENCH = Path.of("src/main/resources/bench");

    /** One of each way of reading: small, large, labelled, merged, squashed, rebased, from a fork, with merges. */
    static Stream<Path> pullRequests() {
        return Stream.of(
                BENCH.resolve("ordinary.yaml"),
                BENCH.resolve("large.yaml"),
                ATTACKS.resolve("05b-clean-merge-keeps.yaml"),
                ATTACKS.resolve("06g-two-people-pass.yaml"),
                ATTACKS.resolve("95-fork-passes.yaml"));
    }

    @ParameterizedTest
    @MethodSource("pullRequests")
    void readingAndReviewingAPullRequest(Path file) throws Exception {
        assertOfficial(calls(
                file, review -> review.reviewAndPublish(new ReviewRequest(REPOSITORY, 12, null, null, null, null))));
    }

    @Test
    void aReviewIsWrittenAndThenUpdated() throws Exception {
        Set<String> used = new TreeSet<>();
        for (RecordedRequest call : calls(ATTACKS.resolve("18i-two-tickets.yaml"), CallsTest::reviewTwice)) {
            call(call).flatMap(OfficialCall::template).ifPresent(used::add);
        }
        assertThat(used).contains("/repos/{owner}/{repo}/pulls/{pull_number}/reviews");
    }

    private static void reviewTwice(WorldReview review) throws Exception {
        review.reviewAndPublish(new ReviewRequest(REPOSITORY, 12, null, null, null, null));
        review.reviewAndPublish(new ReviewRequest(REPOSITORY, 12, null, null, null, null));
    }

    @ParameterizedTest
    @MethodSource("landings")
    void readingARangeOfTheProductionBranch(Landing landing) throws Exception {
        assertOfficial(calls(landing.world(), review -> {
            if (landing.since() != null) {
                review.deployed("orders", "production", review.commit(REPOSITORY, landing.since()));
            }
            CommitId commit = review.commit(REPOSITORY, landing.commit());
            var unused = review.review(new ReviewRequest(REPOSITORY, null, commit, null, "orders", "production"));
        }));
    }

    record Landing(Path world, String commit, String since) {}

    static Stream<Landing> landings() {
        return Stream.of(
                new Landing(ATTACKS.resolve("14e-reviewed-merge-passes.yaml"), "landed", "start"),
                new Landing(ATTACKS.resolve("14h-squash-passes.yaml"), "squashed", "other"),
                new Landing(ATTACKS.resolve("14j-rebase-passes.yaml"), "more1", "other"),
                new Landing(ATTACKS.resolve("14j-rebase-passes.yaml"), "more1", null),
                new Landing(ATTACKS.resolve("14f-merge-with-an-edit.yaml"), "landed", "start"));
    }

    @Test
    void settingAStatus() throws Exception {
        assertOfficial(calls(BENCH.resolve("ordinary.yaml"), review -> {
            Ruling refusal = ruling(review.commit(REPOSITORY, "test"), "All rules fail. ".repeat(20));
            assertThat(review.gitHub().statuses().put(refusal, Locale.ENGLISH)).isEqualTo(Written.SUBMITTED);
            assertThat(review.gitHub().statuses().put(refusal, Locale.ENGLISH)).isEqualTo(Written.UNCHANGED);
        }));
    }

    @Test
    void takingAnApprovalBack() throws Exception {
        assertOfficial(calls(BENCH.resolve("ordinary.yaml"), review -> {
            review.reviewAndPublish(new ReviewRequest(REPOSITORY, 12, null, null, null, "production"));
            Ruling unknown = ruling(null, "It cannot be told.");
            StandingVote standing = review.gitHub().reviews().standing(unknown.change());
            assertThat(standing.approves()).isTrue();
            assertThat(standing.head()).isEqualTo(standing.approved());
            assertThat(review.gitHub().reviews().withdraw(unknown, standing, Locale.ENGLISH))
                    .isEqualTo(Written.SUBMITTED);
            assertThat(review.gitHub().reviews().standing(unknown.change()).approves())
                    .isFalse();
        }));
    }

    private static Ruling ruling(CommitId commit, String what) {
        Change change = Change.ofProduction(REPOSITORY, commit, null, List.of(12), "production");
        Finding finding = new Finding("code", Message.text(what), "acme/orders#12", null, Message.text("Act."));
        return new Ruling(
                "review",
                change,
                new Decision.Unknown(Message.text(what), null),
                Explanation.unknown(Message.text("Evidence"), finding));
    }

    @Test
    void tellingOfDeploysAndWhatTheyTakeThePlaceOf() throws Exception {
        List<RecordedRequest> requests = calls(BENCH.resolve("ordinary.yaml"), review -> {
            CommitId head = review.commit(REPOSITORY, "test");
            for (String deploy : List.of("3", "8")) {
                for (DeployState state : List.of(DeployState.STARTED, DeployState.SUCCEEDED)) {
                    var unused = review.gitHub().deployments().announce(news(deploy, state, head));
                }
            }
        });
        assertOfficial(requests);
        assertThat(requests).extracting(RecordedRequest::body).anyMatch(body -> body.contains("\"inactive\""));
    }

    private static DeployNews news(String deploy, DeployState state, CommitId commit) {
        return new DeployNews(
                deploy,
                state,
                new DeployTarget("orders", "production"),
                REPOSITORY.toString(),
                commit.sha(),
                null,
                null,
                false,
                "orders#" + deploy,
                "http://ci.example/job/orders/" + deploy + "/",
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                Instant.parse("2026-10-01T12:00:00Z"));
    }

    @Test
    void readingAFileWithAnOddName() throws Exception {
        assertOfficial(calls(BENCH.resolve("ordinary.yaml"), review -> {
            Optional<String> file = review.gitHub().file(REPOSITORY, "master", "a b/ü?#/c.yml");
            assertThat(file).isEmpty();
        }));
    }

    @Test
    void callsThatAreNotDescribedAreNoticed() {
        assertThat(new OfficialCall("GET", "/repos/acme/orders/shoes", "", "").faults(OFFICIAL))
                .isNotEmpty();
        assertThat(new OfficialCall("GET", "/repos/acme/orders/activity", "shoe=44", "").faults(OFFICIAL))
                .isNotEmpty();
        assertThat(new OfficialCall("GET", "/repos/acme/orders/activity", "per_page=ten", "").faults(OFFICIAL))
                .isNotEmpty();
        assertThat(new OfficialCall("POST", "/repos/acme/orders/pulls/1/reviews", "", "{\"event\": \"MAYBE\"}")
                        .faults(OFFICIAL))
                .isNotEmpty();
    }

    private interface Act {
        void on(WorldReview review) throws Exception;
    }

    private static List<RecordedRequest> calls(Path file, Act act) throws Exception {
        World world = World.parse(Files.readString(file), Path.of("."));
        try (Sandbox sandbox = Sandbox.start(world, 0);
                WorldReview review = new WorldReview(sandbox)) {
            act.on(review);
            return sandbox.requests().stream()
                    .filter(request -> request.path().startsWith("/github/"))
                    .toList();
        }
    }

    private static void assertOfficial(List<RecordedRequest> requests) throws IOException {
        List<String> faults = new ArrayList<>();
        for (RecordedRequest request : requests) {
            Optional<OfficialCall> call = call(request);
            if (call.isPresent()) {
                call.get().faults(OFFICIAL).forEach(fault -> faults.add(call.get() + ": " + fault));
            } else {
                assertVariables(request);
            }
        }
        assertThat(requests).isNotEmpty();
        assertThat(faults).isEmpty();
    }

    private static Optional<OfficialCall> call(RecordedRequest request) {
        return request.path().startsWith(ROOT)
                ? Optional.of(new OfficialCall(
                        request.method(), request.path().substring(ROOT.length()), request.query(), request.body()))
                : Optional.empty();
    }

    /** The sandbox checks the types; here that none is forgotten and none is too many. */
    private static void assertVariables(RecordedRequest request) throws IOException {
        JsonNode sent = new ObjectMapper().readTree(request.body());
        List<String> declared = new Parser()
                        .parseDocument(sent.path("query").asText())
                        .getDefinitionsOfType(OperationDefinition.class)
                        .get(0)
                        .getVariableDefinitions()
                        .stream()
                        .map(VariableDefinition::getName)
                        .toList();
        assertThat(sent.path("variables").fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(declared);
    }
}
