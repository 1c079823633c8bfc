package io.jenkins.plugins.itgc.connect.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.itgc.deploy.HostedDeployment;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.InParallel;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.TreeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Deliveries hold whole objects of the REST interface, with the address at which it answers them. The connector reads those
 * from that address. Lists of them are ours: what is in them is GitHub's.
 */
class RecordedObjectsTest {
    private static final RepositoryId REPOSITORY = new RepositoryId("Codertocat", "Hello-World");

    private static GitHub gitHub(Recorded recorded) {
        return new GitHub(recorded.http(), new InParallel(Runnable::run));
    }

    private static List<JsonNode> pullRequests() {
        List<JsonNode> pulls = RecordedDeliveries.objects("pull_request", "pull_request").stream()
                .filter(pull -> pull.path("url").asText().contains("/repos/" + REPOSITORY + "/pulls/"))
                .toList();
        assertThat(pulls).hasSizeGreaterThan(5);
        return pulls;
    }

    private static JsonNode commit() {
        return RecordedDeliveries.objects("status", "commit").get(0);
    }

    @Test
    void readsWhatAPullRequestBrings() throws Exception {
        for (JsonNode pull : pullRequests()) {
            try (Recorded recorded = Recorded.serving().withObject(pull)) {
                GitHubDeployChange.Described described = gitHub(recorded)
                        .deployChange(REPOSITORY)
                        .describe(pull.path("number").asInt());
                assertThat(described)
                        .isEqualTo(new GitHubDeployChange.Described(
                                pull.path("number").asInt(),
                                pull.path("html_url").asText(),
                                pull.path("title").asText(),
                                pull.path("body").asText(""),
                                new CommitId(pull.at("/head/sha").asText()),
                                new CommitId(pull.at("/base/sha").asText())));
            }
        }
    }

    @Test
    void readsWhichPullRequestsAreOpen() throws Exception {
        List<JsonNode> open = pullRequests().stream()
                .filter(pull -> pull.path("state").asText().equals("open"))
                .toList();
        try (Recorded recorded =
                Recorded.serving().withList("/repos/" + REPOSITORY + "/pulls?state=open&per_page=100", open)) {
            List<Integer> numbers = new ArrayList<>();
            open.forEach(pull -> numbers.add(pull.path("number").asInt()));
            assertThat(gitHub(recorded).openPullRequests(REPOSITORY))
                    .extracting(OpenPullRequest::number)
                    .containsExactlyElementsOf(numbers);
        }
    }

    @Test
    void readsACommitWithItsTreeAndItsParents() throws Exception {
        CommitId id = new CommitId(commit().path("sha").asText());
        TreeId tree = new TreeId(commit().at("/commit/tree/sha").asText());
        try (Recorded recorded = Recorded.serving().withObject(commit())) {
            assertThat(gitHub(recorded).deployChange(REPOSITORY).tree(id)).isEqualTo(tree);
            BranchCommits commits = BranchCommits.read(recorded.api(), REPOSITORY, null, id);
            assertThat(commits.tree()).isEqualTo(tree);
            assertThat(commits.onBranch())
                    .containsExactly(new BranchCommits.Commit(
                            id, commit().path("node_id").asText(), tree, List.of()));
        }
    }

    @Test
    void readsADeploymentThatNoGateMade() throws Exception {
        List<JsonNode> production = RecordedDeliveries.objects("deployment", "deployment").stream()
                .filter(deployment -> deployment.path("environment").asText().equals("production"))
                .filter(deployment -> deployment.path("url").asText().contains("/repos/" + REPOSITORY + "/"))
                .toList();
        try (Recorded recorded = Recorded.serving()
                .withList("/repos/" + REPOSITORY + "/deployments?per_page=100&environment=production", production)) {
            assertThat(gitHub(recorded).hostedDeployments().since(REPOSITORY, "production", Instant.EPOCH))
                    .contains(new HostedDeployment(
                            "145988746",
                            "f95f852bd8fca8fcc58a9a2d6c842781e32a215e",
                            null,
                            "Codertocat",
                            Instant.parse("2019-05-15T15:20:53Z")))
                    .allSatisfy(deployment -> assertThat(deployment.deploy()).isNull());
        }
    }
}
