package io.jenkins.plugins.itgc.testbed.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** GraphQL by GitHub's own schema. */
class GraphQlTest {

    @Test
    void ordinaryPullRequestIsTold() throws Exception {
        try (Calling github = Calling.resource("ordinary-pass.yaml")) {
            JsonNode pull = github.pull("""
                    number title state isDraft author { __typename login } headRefOid changedFiles mergeable
                    reviews(first: 10) { totalCount nodes { state authorCanPushToRepository author { login } commit { oid } } }
                    commits(first: 10) { nodes { commit { oid tree { oid } author { user { login } } } } }""");
            assertThat(pull.at("/state").asText()).isEqualTo("OPEN");
            assertThat(pull.at("/author/__typename").asText()).isEqualTo("User");
            assertThat(pull.at("/reviews/nodes/0/commit/oid")).isEqualTo(pull.at("/headRefOid"));
            assertThat(pull.at("/reviews/nodes/0/authorCanPushToRepository").asBoolean())
                    .isTrue();
            assertThat(pull.at("/commits/nodes/0/commit/author/user/login").asText())
                    .isEqualTo("alice");
            assertThat(pull.at("/mergeable").asText()).isEqualTo("MERGEABLE");
        }
    }

    @Test
    void theSameWorldIsToldInTheSameWayTwice() throws Exception {
        String query = "id headRefOid createdAt reviews(first: 5) { nodes { id submittedAt commit { oid } } }";
        try (Calling one = Calling.resource("ordinary-pass.yaml");
                Calling other = Calling.resource("ordinary-pass.yaml")) {
            assertThat(one.pull(query)).isEqualTo(other.pull(query));
        }
    }

    @Test
    void whoMadeACommitIsToldAsItsAddressesSay() throws Exception {
        String commits = """
            - id: change
              author: {name: Bob Baker, email: bob@example.com}
              committer: {name: Stranger, email: stranger@elsewhere.example}
              coAuthors: [mia, {name: Unknown, email: nobody@elsewhere.example}]
              files: {a.txt: "changed\\n"}
            """;
        try (Calling github = Calling.world(Worlds.small(commits, ""))) {
            JsonNode commit = github.pull("""
                    commits(first: 1) { nodes { commit { message committer { name user { login } }
                      authors(first: 5) { totalCount nodes { name user { login } } } } } }""").at("/commits/nodes/0/commit");
            assertThat(commit.at("/message").asText()).contains("Co-authored-by: mia <mia@example.com>");
            assertThat(commit.at("/committer/user").isNull()).isTrue();
            assertThat(commit.at("/authors/totalCount").asInt()).isEqualTo(3);
            assertThat(commit.findValues("login").stream().map(JsonNode::asText))
                    .containsExactly("bob", "mia");
        }
    }

    @Test
    void deletedAccountIsNobody() throws Exception {
        try (Calling github = Calling.world(Worlds.small(Worlds.CHANGE, "reviews: [{author: gone}]"))) {
            JsonNode review = github.pull("reviews(first: 1) { nodes { author { login } authorCanPushToRepository } }")
                    .at("/reviews/nodes/0");
            assertThat(review.at("/author").isNull()).isTrue();
            assertThat(review.at("/authorCanPushToRepository").asBoolean()).isFalse();
        }
    }

    @Test
    void timelineTellsWhoLabelledDismissedAndForcePushed() throws Exception {
        String said = """
            labels: [{name: lgtm, by: bob, removedBy: alice}]
            forcePushes: [{before: start, after: change, by: alice}]
            reviews: [{author: mia, state: changes_requested, dismissed: {by: alice, message: done}}]
            """;
        try (Calling github = Calling.world(Worlds.small(Worlds.CHANGE, said))) {
            JsonNode items = github.pull("""
                    labels(first: 5) { totalCount }
                    timelineItems(first: 20, itemTypes: [LABELED_EVENT, UNLABELED_EVENT, HEAD_REF_FORCE_PUSHED_EVENT, REVIEW_DISMISSED_EVENT]) {
                      nodes { __typename
                        ... on LabeledEvent { actor { login } label { name } }
                        ... on UnlabeledEvent { actor { login } }
                        ... on HeadRefForcePushedEvent { beforeCommit { oid } afterCommit { oid } }
                        ... on ReviewDismissedEvent { previousReviewState dismissalMessage review { state } } } }""");
            assertThat(items.at("/labels/totalCount").asInt()).isZero();
            assertThat(items.findValuesAsText("__typename"))
                    .containsExactly(
                            "HeadRefForcePushedEvent", "LabeledEvent", "UnlabeledEvent", "ReviewDismissedEvent");
            assertThat(items.findValuesAsText("previousReviewState")).containsExactly("CHANGES_REQUESTED");
            assertThat(items.findValuesAsText("state")).containsExactly("DISMISSED");
        }
    }

    @Test
    void pagesLeadToTheEndForwardsAndBackwards() throws Exception {
        try (Calling github =
                Calling.world(Worlds.small(Worlds.CHANGE, "reviews: [{author: bob, body: 'no {n}', repeat: 7}]"))) {
            assertThat(walked(github, "first", "after", "hasNextPage", "endCursor"))
                    .containsExactly("no 1", "no 2", "no 3", "no 4", "no 5", "no 6", "no 7");
            assertThat(walked(github, "last", "before", "hasPreviousPage", "startCursor"))
                    .containsExactly("no 5", "no 6", "no 7", "no 2", "no 3", "no 4", "no 1");
        }
    }

    private static List<String> walked(Calling github, String size, String from, String more, String cursor)
            throws Exception {
        List<String> bodies = new ArrayList<>();
        String position = "";
        JsonNode page;
        do {
            String at = position.isEmpty() ? "" : ", " + from + ": \"" + position + "\"";
            page = github.pull(
                    "reviews(" + size + ": 3" + at + ") { pageInfo { " + more + " " + cursor + " } nodes { body } }");
            bodies.addAll(page.findValuesAsText("body"));
            position = page.findValue(cursor).asText();
        } while (page.findValue(more).asBoolean());
        return bodies;
    }

    @Test
    void pageOfMoreThanAHundredIsRefused() throws Exception {
        assertThat(errorOf("reviews(first: 101) { totalCount }")).containsExactly("EXCESSIVE_PAGINATION");
    }

    @Test
    void pageWithoutASizeIsRefused() throws Exception {
        assertThat(errorOf("reviews { totalCount }")).containsExactly("MISSING_PAGINATION_BOUNDARIES");
    }

    @Test
    void whatIsNotModelledFailsLoudly() throws Exception {
        assertThat(errorOf("reviewDecision")).containsExactly("NOT_MODELLED");
    }

    @Test
    void tooManyNodesAreRefused() throws Exception {
        String deep =
                "commits(first: 100) { nodes { commit { parents(first: 100) { nodes { parents(first: 100) { totalCount } } } } } }";
        assertThat(errorOf(deep)).containsExactly("MAX_NODE_LIMIT_EXCEEDED");
    }

    @Test
    void fieldThatGitHubDoesNotHaveIsRefused() throws Exception {
        try (Calling github = Calling.resource("ordinary-pass.yaml")) {
            JsonNode answer = github.graphql(Calling.inPull("shoeSize"), Map.of());
            assertThat(answer.has("data")).isFalse();
            assertThat(answer.at("/errors/0/message").asText()).contains("shoeSize");
        }
    }

    @Test
    void repositoryThatDoesNotExistIsNotFound() throws Exception {
        try (Calling github = Calling.resource("ordinary-pass.yaml")) {
            JsonNode answer = github.graphql("{ repository(owner: \"acme\", name: \"nothing\") { id } }", Map.of());
            assertThat(answer.at("/errors/0/type").asText()).isEqualTo("NOT_FOUND");
            assertThat(answer.at("/data/repository").isNull()).isTrue();
        }
    }

    @Test
    void withoutATokenNothingIsTold() throws Exception {
        try (Calling github = Calling.resource("ordinary-pass.yaml")) {
            assertThat(github.as(null).send("POST", "/github/api/graphql", "{}").statusCode())
                    .isEqualTo(401);
            assertThat(github.as("wrong")
                            .send("POST", "/github/api/graphql", "{}")
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void filesAreReadByExpression() throws Exception {
        try (Calling github = Calling.resource("ordinary-pass.yaml")) {
            JsonNode repository = github.graphql("""
                    { repository(owner: "acme", name: "orders") {
                        there: object(expression: "master:README.md") { __typename oid ... on Blob { text byteSize } }
                        notThere: object(expression: "master:.itgc.yml") { oid }
                        folder: object(expression: "retry:src") { ... on Tree { entries { name type } } }
                        tip: object(expression: "retry") { __typename ... on Commit { history(first: 10) { totalCount } } } } }""", Map.of()).at("/data/repository");
            assertThat(repository.at("/there/text").asText()).isEqualTo("Orders\n");
            assertThat(repository.at("/notThere").isNull()).isTrue();
            assertThat(repository.at("/folder/entries/0/name").asText()).isEqualTo("Retry.java");
            assertThat(repository.at("/tip/history/totalCount").asInt()).isEqualTo(2);
        }
    }

    private static List<String> errorOf(String fields) throws Exception {
        try (Calling github = Calling.resource("ordinary-pass.yaml")) {
            JsonNode answer = github.graphql(Calling.inPull(fields), Map.of());
            return answer.path("errors").findValuesAsText("type");
        }
    }
}
