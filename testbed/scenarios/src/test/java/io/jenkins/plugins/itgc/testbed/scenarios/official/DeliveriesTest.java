package io.jenkins.plugins.itgc.testbed.scenarios.official;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.itgc.connect.github.event.EventReader;
import io.jenkins.plugins.itgc.connect.github.event.GitHubEvent;
import io.jenkins.plugins.itgc.connect.github.event.GitHubEvent.ReviewTarget;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every example of a delivery that GitHub's own documentation is tested with. */
class DeliveriesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> HEARD =
            Set.of("pull_request", "pull_request_review", "push", "installation", "installation_repositories");

    private static final Map<String, List<JsonNode>> EXAMPLES = new TreeMap<>();

    @BeforeAll
    static void read() throws IOException {
        try (InputStream in = DeliveriesTest.class.getResourceAsStream("/recorded/webhooks/index.json")) {
            for (JsonNode event : JSON.readTree(in)) {
                List<JsonNode> examples = new ArrayList<>();
                event.path("examples").forEach(examples::add);
                EXAMPLES.put(event.path("name").asText(), examples);
            }
        }
        assertThat(EXAMPLES).hasSizeGreaterThan(40).containsKeys("pull_request", "issue_comment");
    }

    private static GitHubEvent read(String name, JsonNode payload) {
        try {
            return EventReader.read(name, JSON.writeValueAsBytes(payload));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void eachKindThatIsHeardIsUnderstood() {
        HEARD.forEach(name -> assertThat(
                        EXAMPLES.get(name).stream().flatMap(payload -> read(name, payload).targets().stream()))
                .as(name)
                .isNotEmpty()
                .allSatisfy(place -> assertThat(place.repository().toString()).contains("/")));
    }

    @Test
    void eachPullRequestIsTheOneThatThePayloadNames() {
        for (String name : List.of("pull_request", "pull_request_review")) {
            for (JsonNode payload : EXAMPLES.get(name)) {
                assertThat(read(name, payload).targets()).allSatisfy(place -> {
                    assertThat(place.pullRequest())
                            .isEqualTo(
                                    payload.path("pull_request").path("number").asInt());
                    assertThat(place.repository().toString())
                            .isEqualTo(
                                    payload.path("repository").path("full_name").asText());
                });
            }
        }
    }

    @Test
    void actionsThatChangeNothingForAReviewAreIgnored() {
        Set<String> actions = Set.of("opened", "edited", "synchronize", "reopened", "labeled", "unlabeled", "closed");
        for (JsonNode payload : EXAMPLES.get("pull_request")) {
            boolean meant = actions.contains(payload.path("action").asText());
            assertThat(read("pull_request", payload).targets()).hasSize(meant ? 1 : 0);
        }
        assertThat(EXAMPLES.get("issue_comment").stream()
                        .flatMap(payload -> read("issue_comment", payload).targets().stream()))
                .as("no example says review please")
                .isEmpty();
    }

    @Test
    void everyOtherKindIsIgnoredPolitely() {
        EXAMPLES.forEach((name, payloads) -> {
            if (!HEARD.contains(name) && !name.equals("issue_comment")) {
                payloads.forEach(payload ->
                        assertThat(read(name, payload).targets()).as(name).isEqualTo(List.<ReviewTarget>of()));
            }
        });
    }
}
