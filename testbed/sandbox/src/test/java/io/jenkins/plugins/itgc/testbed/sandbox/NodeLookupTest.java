package io.jenkins.plugins.itgc.testbed.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Things are found by GitHub's global identifiers, whichever interface told them. */
class NodeLookupTest {
    private static final String NODES = """
        query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id
          ... on Commit { oid associatedPullRequests(first: 5) { nodes { number } } }
          ... on PullRequest { number } ... on PullRequestReview { state } } }""";
    private Calling github;

    @BeforeEach
    void start() throws Exception {
        github = Calling.resource("ordinary-pass.yaml");
    }

    @AfterEach
    void stop() {
        github.close();
    }

    @Test
    void restAndGraphQlGiveTheSameIdentifiers() throws Exception {
        JsonNode pull = github.pull("id headRef { target { id } } reviews(first: 1) { nodes { id } }");
        JsonNode rest = github.repo("/pulls/12");
        JsonNode commit = github.repo("/commits/" + rest.at("/head/sha").asText());
        assertThat(rest.path("node_id")).isEqualTo(pull.path("id"));
        assertThat(commit.path("node_id")).isEqualTo(pull.at("/headRef/target/id"));
        assertThat(github.repo("/pulls/12/reviews").at("/0/node_id")).isEqualTo(pull.at("/reviews/nodes/0/id"));
    }

    @Test
    void commitPullRequestAndReviewAreFoundInTheOrderAskedFor() throws Exception {
        JsonNode pull = github.pull("id headRef { target { id } } reviews(first: 1) { nodes { id } }");
        List<String> ids = List.of(
                pull.at("/reviews/nodes/0/id").asText(),
                pull.at("/headRef/target/id").asText(),
                pull.path("id").asText());
        JsonNode nodes = github.graphql(NODES, Map.of("ids", ids)).at("/data/nodes");
        assertThat(nodes.findValuesAsText("__typename")).containsExactly("PullRequestReview", "Commit", "PullRequest");
        assertThat(nodes.at("/1/associatedPullRequests/nodes/0/number").asInt()).isEqualTo(12);
    }

    @Test
    void oneNodeIsFoundByItself() throws Exception {
        String id = github.repo("/commits/master").path("node_id").asText();
        JsonNode answer = github.graphql("query ($id: ID!) { node(id: $id) { id } }", Map.of("id", id));
        assertThat(answer.at("/data/node/id").asText()).isEqualTo(id);
    }

    @Test
    void whatIsNotThereIsNullInItsPlaceAndAnErrorBesideTheData() throws Exception {
        String known = github.repo("/commits/master").path("node_id").asText();
        JsonNode answer = github.graphql(NODES, Map.of("ids", List.of("nowhere", known)));
        assertThat(answer.at("/data/nodes/0").isNull()).isTrue();
        assertThat(answer.at("/data/nodes/1/id").asText()).isEqualTo(known);
        assertThat(answer.at("/errors/0/type").asText()).isEqualTo("NOT_FOUND");
        assertThat(answer.at("/errors/0/path").toString()).isEqualTo("[\"nodes\",0]");
    }
}
