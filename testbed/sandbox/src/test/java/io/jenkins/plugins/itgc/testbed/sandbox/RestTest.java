package io.jenkins.plugins.itgc.testbed.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What GitHub's REST does beyond the form of its answers. */
class RestTest {
    private static final String REPO = "/github/api/v3/repos/acme/orders";

    @Test
    void nobodyApprovesTheirOwnPullRequest() throws Exception {
        try (Calling github = Calling.resource("everything.yaml").as("alice-token")) {
            HttpResponse<String> answer = github.send("POST", REPO + "/pulls/12/reviews", "{\"event\": \"APPROVE\"}");
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("Can not approve your own pull request");
        }
    }

    @Test
    void reviewOfTheMachineIsFoundAgain() throws Exception {
        try (Calling github = Calling.resource("everything.yaml")) {
            github.send("POST", REPO + "/pulls/12/reviews", "{\"event\": \"APPROVE\", \"body\": \"All gates\"}");
            JsonNode reviews = github.repo("/pulls/12/reviews");
            JsonNode last = reviews.get(reviews.size() - 1);
            assertThat(last.at("/user/login").asText()).isEqualTo("itgc-gates[bot]");
            assertThat(last.at("/user/type").asText()).isEqualTo("Bot");
            assertThat(last.at("/commit_id")).isEqualTo(github.repo("/pulls/12").at("/head/sha"));
            assertThat(github.sandbox().writes()).hasSize(1);
        }
    }

    @Test
    void dismissedReviewCannotBeDismissedAgain() throws Exception {
        try (Calling github = Calling.resource("everything.yaml")) {
            String id = github.repo("/pulls/12/reviews").get(0).path("id").asText();
            String path = REPO + "/pulls/12/reviews/" + id + "/dismissals";
            assertThat(github.send("PUT", path, "{}").statusCode()).isEqualTo(422);
            assertThat(github.send("PUT", path, "{\"message\": \"no\"}").statusCode())
                    .isEqualTo(200);
            assertThat(github.send("PUT", path, "{\"message\": \"no\"}").statusCode())
                    .isEqualTo(422);
        }
    }

    @Test
    void readersWriteNoStatus() throws Exception {
        try (Calling github = Calling.resource("everything.yaml").as("reader-token")) {
            String sha = github.repo("/pulls/12").at("/head/sha").asText();
            assertThat(github.send("POST", REPO + "/statuses/" + sha, "{\"state\": \"success\"}")
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void repositoryThatTheTokenMayNotSeeIsNotFound() throws Exception {
        String yaml = "users: {alice: , bob: }\ntokens: {a: alice, b: bob}\nrepositories: {acme/orders: "
                + "{visibleTo: [alice], commits: [{id: one, author: alice, files: {a: b}}]}}\n";
        try (Calling github = Calling.world(yaml).as("a")) {
            assertThat(github.get(REPO).statusCode()).isEqualTo(200);
            assertThat(github.as("b").get(REPO).statusCode()).isEqualTo(404);
            assertThat(github.as(null).get(REPO).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void unchangedAnswerIsNotSentAgain() throws Exception {
        try (Calling github = Calling.resource("everything.yaml")) {
            HttpResponse<String> first = github.get(REPO + "/pulls/12");
            String tag = first.headers().firstValue("etag").orElseThrow();
            HttpResponse<String> again = github.get(REPO + "/pulls/12", "If-None-Match", tag);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
    }

    @Test
    void limitsAreCountedDown() throws Exception {
        try (Calling github = Calling.resource("everything.yaml")) {
            HttpResponse<String> answer = github.get(REPO);
            assertThat(answer.headers().firstValue("x-ratelimit-remaining")).contains("4999");
            assertThat(github.get(REPO).headers().firstValue("x-ratelimit-used"))
                    .contains("2");
            assertThat(answer.headers().firstValue("date")).isPresent();
        }
    }

    @Test
    void contentIsGivenRawWhereItIsAskedFor() throws Exception {
        try (Calling github = Calling.resource("everything.yaml")) {
            HttpResponse<String> raw =
                    github.get(REPO + "/contents/.itgc.yml", "Accept", "application/vnd.github.raw+json");
            assertThat(raw.body()).isEqualTo("lgtm: false\n");
            assertThat(github.get(REPO + "/contents/no-such-file").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void renamedAndDeletedFilesAreTold() throws Exception {
        try (Calling github = Calling.resource("everything.yaml")) {
            JsonNode renamed = github.repo("/pulls/11/files").get(0);
            assertThat(renamed.path("status").asText()).isEqualTo("renamed");
            assertThat(renamed.path("previous_filename").asText()).isEqualTo("src/Old.java");
            assertThat(github.repo("/pulls/13/files").get(0).path("status").asText())
                    .isEqualTo("removed");
        }
    }

    @Test
    void activityTellsWhoPushedWhatNewestFirst() throws Exception {
        try (Calling github = Calling.resource("everything.yaml")) {
            JsonNode pushes = github.repo("/activity?ref=feature/retry");
            assertThat(pushes.findValuesAsText("login")).containsExactly("bob", "alice");
            assertThat(pushes.findValuesAsText("activity_type")).containsExactly("push", "branch_creation");
            JsonNode merges = github.repo("/activity?activity_type=pr_merge");
            assertThat(merges.findValuesAsText("ref")).containsExactly("refs/heads/master");
        }
    }

    @Test
    void pagesOfActivityLeadToTheEnd() throws Exception {
        try (Calling github = Calling.resource("everything.yaml")) {
            List<String> walked = walked(github, "/activity?per_page=1");
            assertThat(walked).hasSize(github.repo("/activity").size()).doesNotHaveDuplicates();
        }
    }

    @Test
    void pagesOfFilesLeadToTheEnd() throws Exception {
        String many = "- {id: change, author: alice, manyFiles: {count: 25}}";
        try (Calling github = Calling.world(Worlds.small(many, ""))) {
            assertThat(walked(github, "/pulls/12/files?per_page=10")).hasSize(25);
        }
    }

    private static List<String> walked(Calling github, String path) throws Exception {
        List<String> all = new ArrayList<>();
        String next = REPO + path;
        while (next != null) {
            HttpResponse<String> answer = github.get(next);
            Calling.JSON.readTree(answer.body()).forEach(element -> all.add(element.toString()));
            Matcher link = Pattern.compile("<https?://[^/]+([^>]+)>; rel=\"next\"")
                    .matcher(answer.headers().firstValue("link").orElse(""));
            next = link.find() ? link.group(1) : null;
        }
        return all;
    }
}
