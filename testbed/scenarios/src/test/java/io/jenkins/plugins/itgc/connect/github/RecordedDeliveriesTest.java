package io.jenkins.plugins.itgc.connect.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.itgc.connect.github.event.EventReader;
import io.jenkins.plugins.itgc.connect.github.event.GitHubEvent;
import io.jenkins.plugins.itgc.connect.github.event.GitHubEvent.Place;
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

    private static List<Place> places(String event, JsonNode payload) {
        byte[] body = payload.toString().getBytes(StandardCharsets.UTF_8);
        GitHubEvent read = EventReader.read(event, body);
        return read.places();
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
            Place place = new Place(
                    RepositoryId.parse(payload.at("/repository/full_name").asText()),
                    payload.path("number").asInt(),
                    !payload.path("action").asText().equals("closed"));
            switch (payload.path("action").asText()) {
                case "opened", "synchronize", "labeled", "unlabeled", "reopened", "edited", "closed" ->
                    assertThat(places("pull_request", payload)).containsExactly(place);
                default -> assertThat(places("pull_request", payload)).isEmpty();
            }
        }
    }

    @Test
    void wakesWhoWaitsForThePullRequestHoweverItsRepositoryIsWritten() {
        Place place = places(
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
            assertThat(places("pull_request_review", payload))
                    .containsExactly(new Place(
                            RepositoryId.parse(
                                    payload.at("/repository/full_name").asText()),
                            payload.at("/pull_request/number").asInt(),
                            true));
        }
    }

    @Test
    void aPushToABranchIsLookedAtAndATagIsNot() {
        for (JsonNode payload : RecordedDeliveries.of("push")) {
            List<Place> places = places("push", payload);
            if (payload.path("ref").asText().equals("refs/heads/master")) {
                assertThat(places).containsExactly(new Place(REPOSITORY, null, true));
            } else {
                assertThat(payload.path("ref").asText()).startsWith("refs/tags/");
                assertThat(places).isEmpty();
            }
        }
    }

    @Test
    void aCommentThatDoesNotAskForAReviewIsIgnored() {
        assertThat(RecordedDeliveries.of("issue_comment")).isNotEmpty().allSatisfy(payload -> assertThat(
                        places("issue_comment", payload))
                .isEmpty());
    }

    @Test
    void repositoriesOfANewInstallationAreLookedAt() {
        assertThat(RecordedDeliveries.of("installation"))
                .anySatisfy(payload -> assertThat(places("installation", payload))
                        .extracting(Place::repository)
                        .contains(REPOSITORY));
        for (JsonNode payload : RecordedDeliveries.of("installation_repositories")) {
            List<String> added = payload.path("repositories_added").findValuesAsText("full_name");
            assertThat(places("installation_repositories", payload))
                    .extracting(place -> place.repository().toString())
                    .containsExactlyElementsOf(added);
        }
    }

    @ParameterizedTest
    @MethodSource("otherEvents")
    void whatConcernsNobodyIsIgnored(String event) {
        assertThat(RecordedDeliveries.of(event)).isNotEmpty().allSatisfy(payload -> assertThat(places(event, payload))
                .isEmpty());
    }
}
