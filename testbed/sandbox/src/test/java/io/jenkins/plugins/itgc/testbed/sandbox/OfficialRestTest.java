package io.jenkins.plugins.itgc.testbed.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.itgc.testbed.official.OpenApi;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every REST answer, and every body that is written, is valid by GitHub's official description. */
class OfficialRestTest {
    private static final OpenApi OFFICIAL = new OpenApi();
    private static final String REPO = "/repos/{owner}/{repo}";
    private static Calling github;

    @BeforeAll
    static void start() throws Exception {
        github = Calling.resource("everything.yaml");
    }

    @AfterAll
    static void stop() {
        github.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/meta | /meta",
                "/rate_limit | /rate_limit",
                "/repos/{owner}/{repo} | ",
                "/repos/{owner}/{repo}/branches | /branches",
                "/repos/{owner}/{repo}/branches/{branch} | /branches/feature/retry",
                "/repos/{owner}/{repo}/pulls | /pulls?state=all",
                "/repos/{owner}/{repo}/pulls/{pull_number} | /pulls/12",
                "/repos/{owner}/{repo}/pulls/{pull_number} | /pulls/11",
                "/repos/{owner}/{repo}/pulls/{pull_number} | /pulls/13",
                "/repos/{owner}/{repo}/pulls/{pull_number}/files | /pulls/12/files",
                "/repos/{owner}/{repo}/pulls/{pull_number}/commits | /pulls/12/commits",
                "/repos/{owner}/{repo}/pulls/{pull_number}/reviews | /pulls/12/reviews",
                "/repos/{owner}/{repo}/activity | /activity",
                "/repos/{owner}/{repo}/compare/{basehead} | /compare/master...feature/retry",
                "/repos/{owner}/{repo}/commits/{ref} | /commits/master",
                "/repos/{owner}/{repo}/commits/{ref}/statuses | /commits/master/statuses",
                "/repos/{owner}/{repo}/commits/{ref}/status | /commits/master/status",
                "/repos/{owner}/{repo}/commits/{commit_sha}/pulls | /commits/merged/pulls",
                "/repos/{owner}/{repo}/contents/{path} | /contents/README.md",
                "/repos/{owner}/{repo}/contents/{path} | /contents/src",
                "/repos/{owner}/{repo}/git/trees/{tree_sha} | /git/trees/master?recursive=1",
                "/repos/{owner}/{repo}/git/ref/{ref} | /git/ref/heads/feature/retry",
                "/repos/{owner}/{repo}/git/ref/{ref} | /git/ref/pull/12/head",
                "/repos/{owner}/{repo}/git/matching-refs/{ref} | /git/matching-refs/heads/fea",
                "/repos/{owner}/{repo}/git/ref/{ref} | /git/refs/heads/master",
                "/repos/{owner}/{repo}/git/matching-refs/{ref} | /git/refs/heads/fea",
                "/users/{username} | /users/alice",
                "/users/{username} | /users/itgc-gates%5Bbot%5D",
                "/users/{username} | /users/ghost",
                "/users/{username} | /users/acme",
                "/repos/{owner}/{repo}/collaborators/{username}/permission | /collaborators/bob/permission",
                "/repos/{owner}/{repo}/deployments | /deployments",
                "/repos/{owner}/{repo}/issues/{issue_number}/comments | /issues/12/comments",
            })
    void readsAreValid(String template, String path) throws Exception {
        String tail = path == null ? "" : path;
        String full = template.startsWith(REPO) ? "/repos/acme/orders" + tail : tail;
        HttpResponse<String> answer = github.get("/github/api/v3" + full);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(OFFICIAL.faultsOfAnswer("GET", template, 200, Calling.JSON.readTree(answer.body())))
                .isEmpty();
    }

    @Test
    void userIsValid() throws Exception {
        try (Calling alice =
                Calling.world("users: {alice: }\ntokens: {a: alice}\n").as("a")) {
            assertThat(OFFICIAL.faultsOfAnswer("GET", "/user", 200, alice.json("/github/api/v3/user")))
                    .isEmpty();
        }
    }

    @Test
    void collaboratorsAreValid() throws Exception {
        try (Calling alice = Calling.resource("everything.yaml").as("alice-token")) {
            assertThat(OFFICIAL.faultsOfAnswer("GET", REPO + "/collaborators", 200, alice.repo("/collaborators")))
                    .isEmpty();
        }
    }

    @Test
    void blobIsValid() throws Exception {
        String sha = github.repo("/contents/README.md").path("sha").asText();
        assertThat(OFFICIAL.faultsOfAnswer(
                        "GET", REPO + "/git/blobs/{file_sha}", 200, github.repo("/git/blobs/" + sha)))
                .isEmpty();
    }

    @Test
    void reviewIsSubmittedEditedAndDismissed() throws Exception {
        String reviews = REPO + "/pulls/{pull_number}/reviews";
        JsonNode review = written(
                "POST", reviews, "/pulls/12/reviews", "{\"event\": \"REQUEST_CHANGES\", \"body\": \"No.\"}", 200);
        String path = "/pulls/12/reviews/" + review.path("id").asText();
        written("PUT", reviews + "/{review_id}", path, "{\"body\": \"Still no.\"}", 200);
        JsonNode dismissed = written(
                "PUT", reviews + "/{review_id}/dismissals", path + "/dismissals", "{\"message\": \"Fixed\"}", 200);
        assertThat(dismissed.path("state").asText()).isEqualTo("DISMISSED");
    }

    @Test
    void deploymentAndItsStatusAreCreated() throws Exception {
        JsonNode deployment = written(
                "POST",
                REPO + "/deployments",
                "/deployments",
                "{\"ref\": \"master\", \"environment\": \"production\", \"required_contexts\": []}",
                201);
        String statuses = "/deployments/" + deployment.path("id").asText() + "/statuses";
        written(
                "POST",
                REPO + "/deployments/{deployment_id}/statuses",
                statuses,
                "{\"state\": \"success\", \"log_url\": \"http://ci.example/1\"}",
                201);
        assertThat(OFFICIAL.faultsOfAnswer(
                        "GET", REPO + "/deployments/{deployment_id}/statuses", 200, github.repo(statuses)))
                .isEmpty();
    }

    @Test
    void successMakesEarlierDeploymentsInactiveWhereItIsAskedToAndNoneOfProduction() throws Exception {
        assertThat(firstAfterSecond("staging", "true")).isEqualTo("inactive");
        assertThat(firstAfterSecond("integration", "false")).isEqualTo("success");
        assertThat(firstAfterSecond("production", "true")).isEqualTo("success");
    }

    /** What state the first of two successful deployments is in after the second. */
    private static String firstAfterSecond(String environment, String autoInactive) throws Exception {
        String first = succeeded(environment, autoInactive);
        succeeded(environment, autoInactive);
        JsonNode statuses = github.repo(first);
        assertThat(OFFICIAL.faultsOfAnswer("GET", REPO + "/deployments/{deployment_id}/statuses", 200, statuses))
                .isEmpty();
        return statuses.at("/0/state").asText();
    }

    private static String succeeded(String environment, String autoInactive) throws Exception {
        String made = "{\"ref\": \"master\", \"environment\": \"" + environment + "\", \"required_contexts\": []}";
        JsonNode deployment = written("POST", REPO + "/deployments", "/deployments", made, 201);
        String statuses = "/deployments/" + deployment.path("id").asText() + "/statuses";
        String status = "{\"state\": \"success\", \"log_url\": \"http://ci.example/1\", \"auto_inactive\": "
                + autoInactive + "}";
        written("POST", REPO + "/deployments/{deployment_id}/statuses", statuses, status, 201);
        return statuses;
    }

    @Test
    void statusAndCheckRunAreCreated() throws Exception {
        String head = github.repo("/pulls/12").at("/head/sha").asText();
        written(
                "POST",
                REPO + "/statuses/{sha}",
                "/statuses/" + head,
                "{\"state\": \"success\", \"context\": \"itgc\"}",
                201);
        assertThat(github.repo("/commits/" + head + "/status").path("state").asText())
                .isEqualTo("success");
        written(
                "POST",
                REPO + "/check-runs",
                "/check-runs",
                "{\"name\": \"itgc\", \"head_sha\": \"" + head + "\", \"conclusion\": \"success\"}",
                201);
    }

    @Test
    void commentIsWrittenAndEdited() throws Exception {
        JsonNode comment = written(
                "POST",
                REPO + "/issues/{issue_number}/comments",
                "/issues/12/comments",
                "{\"body\": \"Deployed\"}",
                201);
        written(
                "PATCH",
                REPO + "/issues/comments/{comment_id}",
                "/issues/comments/" + comment.path("id").asText(),
                "{\"body\": \"Deployed twice\"}",
                200);
    }

    @Test
    void answerThatIsNotValidIsNoticed() throws Exception {
        JsonNode wrong = Calling.JSON.readTree("{\"total\": 1}");
        assertThat(OFFICIAL.faultsOfAnswer("GET", REPO + "/pulls/{pull_number}", 200, wrong))
                .isNotEmpty();
        JsonNode nullTitle = github.repo("/pulls/12").deepCopy();
        ((com.fasterxml.jackson.databind.node.ObjectNode) nullTitle).putNull("title");
        assertThat(OFFICIAL.faultsOfAnswer("GET", REPO + "/pulls/{pull_number}", 200, nullTitle))
                .isNotEmpty();
    }

    private static JsonNode written(String method, String template, String path, String body, int status)
            throws Exception {
        assertThat(OFFICIAL.faultsOfRequest(method, template, Calling.JSON.readTree(body)))
                .isEmpty();
        HttpResponse<String> answer = github.send(method, "/github/api/v3/repos/acme/orders" + path, body);
        assertThat(answer.statusCode()).isEqualTo(status);
        JsonNode json = Calling.JSON.readTree(answer.body());
        assertThat(OFFICIAL.faultsOfAnswer(method, template, status, json)).isEmpty();
        return json;
    }
}
