package io.jenkins.plugins.itgc.connect.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.itgc.connect.http.Answer;
import io.jenkins.plugins.itgc.connect.http.Json;
import io.jenkins.plugins.itgc.testbed.official.OpenApi;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What nobody recorded GitHub shows as examples in its own description; the readers take from them what they say. */
class OfficialExamplesTest {
    @Test
    void readsACommit() {
        JsonNode example = example("commit");
        BranchCommits.Commit commit = BranchCommits.Commit.of(json(example));
        assertThat(commit.id().sha()).isEqualTo(example.path("sha").asText());
        assertThat(commit.nodeId()).isEqualTo(example.path("node_id").asText());
        assertThat(commit.tree().sha()).isEqualTo(example.at("/commit/tree/sha").asText());
        assertThat(commit.parents()).hasSize(example.path("parents").size());
    }

    @Test
    void readsAListOfCommits() {
        List<BranchCommits.Commit> commits = json(example("commit-items")).asList().stream()
                .map(BranchCommits.Commit::of)
                .toList();
        assertThat(commits).hasSize(example("commit-items").size());
    }

    @Test
    void readsAComparison() {
        JsonNode example = example("commit-comparison");
        Comparison comparison = Comparison.of(json(example));
        assertThat(comparison.mergeBase().sha())
                .isEqualTo(example.at("/merge_base_commit/sha").asText());
        assertThat(comparison.blobs())
                .containsEntry(
                        example.at("/files/0/filename").asText(),
                        example.at("/files/0/sha").asText());
        assertThat(comparison.complete()).isTrue();
    }

    @Test
    void readsTheAccountsOfReviewsAndPermissions() {
        JsonNode review = example("pull-request-review");
        assertThat(Accounts.ofRest(json(review).optional("user")).human()).isTrue();
        JsonNode permission = example("repository-collaborator-permission-response-if-user-has-admin-permissions");
        assertThat(json(permission).text("permission")).isEqualTo("admin");
    }

    private static JsonNode example(String name) {
        return OpenApi.description()
                .path("components")
                .path("examples")
                .path(name)
                .path("value");
    }

    private static Json json(JsonNode node) {
        HttpHeaders none = HttpHeaders.of(Map.of(), (name, value) -> true);
        byte[] body = node.toString().getBytes(StandardCharsets.UTF_8);
        return new Answer(URI.create("https://api.github.com/example"), 200, none, body).json();
    }
}
