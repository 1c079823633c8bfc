package io.jenkins.plugins.itgc.connect.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.itgc.connect.github.event.EventReader;
import io.jenkins.plugins.itgc.connect.github.event.GitHubEvent;
import io.jenkins.plugins.itgc.connect.github.event.GitHubEvent.ReviewTarget;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.Topic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What GitHub really delivered tells the intake where to look again, and whom to wake. */
class RecordedDeliveriesTest {
    private static final RepositoryId REPOSITORY = new RepositoryId("Codertocat", "Hello-World");
    private static final Set<String> READ = Set.of(
            "pull_request",
            "pull_request_review",
            "issue_comment",
            "push",
            "installation",
            "installation_repositories");

    private static List<ReviewTarget> targets(String event, JsonNode payload) {
        byte[] body = payload.toString().getBytes(StandardCharsets.UTF_8);
        GitHubEvent read = EventReader.read(event, body);
        return read.targets();
    }

    private static List<String> otherEvents() {
        return RecordedDeliveries.events().stream()
                .filter(event -> !READ.contains(event))
                .toList();
    }

    @Test
    void aChangedPullRequestIsReviewedAgainAndAClosedOneOnlyWakes() {
        List<JsonNode> payloads = RecordedDeliveries.of("pull_request");
        assertThat(payloads)
                .extracting(payload -> payload.path("action").asText())
                .contains("opened", "synchronize", "labeled", "unlabeled", "reopened", "closed", "assigned");
        for (JsonNode payload : payloads) {
            ReviewTarget place = new ReviewTarget(
                    RepositoryId.parse(payload.at("/repository/full_name").asText()),
                    payload.path("number").asInt(),
                    !payload.path("action").asText().equals("closed"));
            switch (payload.path("action").asText()) {
                case "opened", "synchronize", "labeled", "unlabeled", "reopened", "edited", "closed" ->
                    assertThat(targets("pull_request", payload)).containsExactly(place);
                default -> assertThat(targets("pull_request", payload)).isEmpty();
            }
        }
    }

    @Test
    void wakesWhoWaitsForThePullRequestHoweverItsRepositoryIsWritten() {
        ReviewTarget place = targets(
                        "pull_request_review",
                        RecordedDeliveries.of("pull_request_review").get(0))
                .get(0);
        assertThat(Topic.pullRequest(place.repository(), place.pullRequest()))
                .isEqualTo(new Topic("pr:codertocat/hello-world#2"));
    }

    @Test
    void aReviewByAPersonIsLookedAt() {
        for (JsonNode payload : RecordedDeliveries.of("pull_request_review")) {
            assertThat(payload.at("/review/user/type").asText()).isEqualTo("User");
            assertThat(targets("pull_request_review", payload))
                    .containsExactly(new ReviewTarget(
                            RepositoryId.parse(
                                    payload.at("/repository/full_name").asText()),
                            payload.at("/pull_request/number").asInt(),
                            true));
        }
    }

    @Test
    void aPushToABranchIsLookedAtAndATagIsNot() {
        for (JsonNode payload : RecordedDeliveries.of("push")) {
            List<ReviewTarget> targets = targets("push", payload);
            if (payload.path("ref").asText().equals("refs/heads/master")) {
                assertThat(targets).containsExactly(new ReviewTarget(REPOSITORY, null, true));
            } else {
                assertThat(payload.path("ref").asText()).startsWith("refs/tags/");
                assertThat(targets).isEmpty();
            }
        }
    }

    @Test
    void aCommentThatDoesNotAskForAReviewIsIgnored() {
        assertThat(RecordedDeliveries.of("issue_comment")).isNotEmpty().allSatisfy(payload -> assertThat(
                        targets("issue_comment", payload))
                .isEmpty());
    }

    @Test
    void repositoriesOfANewInstallationAreLookedAt() {
        assertThat(RecordedDeliveries.of("installation"))
                .anySatisfy(payload -> assertThat(targets("installation", payload))
                        .extracting(ReviewTarget::repository)
                        .contains(REPOSITORY));
        for (JsonNode payload : RecordedDeliveries.of("installation_repositories")) {
            List<String> added = payload.path("repositories_added").findValuesAsText("full_name");
            assertThat(targets("installation_repositories", payload))
                    .extracting(place -> place.repository().toString())
                    .containsExactlyElementsOf(added);
        }
    }

    @ParameterizedTest
    @MethodSource("otherEvents")
    void whatConcernsNobodyIsIgnored(String event) {
        assertThat(RecordedDeliveries.of(event)).isNotEmpty().allSatisfy(payload -> assertThat(targets(event, payload))
                .isEmpty());
    }
}
