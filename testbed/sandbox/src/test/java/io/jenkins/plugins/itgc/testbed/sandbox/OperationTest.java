package io.jenkins.plugins.itgc.testbed.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.itgc.testbed.sandbox.model.MergeMethod;
import io.jenkins.plugins.itgc.testbed.sandbox.model.ReviewState;
import io.jenkins.plugins.itgc.testbed.sandbox.operation.BranchOperation.ForcePush;
import io.jenkins.plugins.itgc.testbed.sandbox.operation.PullRequestOperation.AddLabel;
import io.jenkins.plugins.itgc.testbed.sandbox.operation.PullRequestOperation.AddReview;
import io.jenkins.plugins.itgc.testbed.sandbox.operation.PullRequestOperation.EditBody;
import io.jenkins.plugins.itgc.testbed.sandbox.operation.PullRequestOperation.MergePullRequest;
import io.jenkins.plugins.itgc.testbed.sandbox.operation.TicketOperation.TransitionTicket;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The world changes while it is served. */
class OperationTest {
    private static final String ORDERS = "acme/orders";

    @Test
    void reviewAndLabelAppearWithWhoGaveThem() throws Exception {
        try (Calling github = Calling.resource("ordinary-pass.yaml")) {
            github.world().apply(new AddReview(ORDERS, 12, "mia", ReviewState.CHANGES_REQUESTED, null, "Wait"));
            github.world().apply(new AddLabel(ORDERS, 12, "bob", "lgtm"));
            JsonNode pull =
                    github.pull("labels(first: 5) { nodes { name } } latestReviews(first: 5) { nodes { state } }");
            assertThat(pull.findValuesAsText("name")).containsExactly("lgtm");
            assertThat(pull.findValuesAsText("state")).containsExactly("APPROVED", "CHANGES_REQUESTED");
        }
    }

    @Test
    void editedBodyTellsWhoEditedIt() throws Exception {
        try (Calling github = Calling.resource("ordinary-pass.yaml")) {
            String before = github.pull("body").path("body").asText();
            github.world().apply(new EditBody(ORDERS, 12, "bob", "Ticket: OPS-8"));
            JsonNode pull = github.pull(
                    "body editor { login } lastEditedAt userContentEdits(first: 5) { nodes { diff } } includesCreatedEdit");
            assertThat(pull.path("body").asText()).isEqualTo("Ticket: OPS-8");
            assertThat(pull.at("/editor/login").asText()).isEqualTo("bob");
            assertThat(pull.at("/lastEditedAt").asText()).isEqualTo("2026-01-15T10:00:01Z");
            assertThat(pull.findValuesAsText("diff")).containsExactly("Ticket: OPS-8", before);
            assertThat(pull.at("/includesCreatedEdit").asBoolean()).isTrue();
        }
    }

    @Test
    void forcePushMovesTheHeadAndLeavesATrace() throws Exception {
        try (Calling github = Calling.resource("ordinary-pass.yaml")) {
            github.world().apply(new ForcePush(ORDERS, "retry", "start", "bob"));
            JsonNode pull = github.pull(
                    "headRefOid baseRefOid timelineItems(first: 9, itemTypes: [HEAD_REF_FORCE_PUSHED_EVENT]) { totalCount }");
            assertThat(pull.path("headRefOid")).isEqualTo(pull.path("baseRefOid"));
            assertThat(pull.at("/timelineItems/totalCount").asInt()).isEqualTo(1);
            assertThat(github.repo("/activity?activity_type=force_push")
                            .at("/0/actor/login")
                            .asText())
                    .isEqualTo("bob");
        }
    }

    @ParameterizedTest
    @EnumSource(MergeMethod.class)
    void mergedPullRequestKeepsItsCommitsAndMovesTheBase(MergeMethod method) throws Exception {
        try (Calling github = Calling.resource("ordinary-pass.yaml")) {
            github.world().apply(new MergePullRequest(ORDERS, 12, "bob", method));
            JsonNode pull = github.pull("""
                    state merged mergedBy { login } commits(first: 5) { totalCount } changedFiles
                    mergeCommit { oid committedViaWeb parents(first: 5) { totalCount } signature { wasSignedByGitHub isValid } }""");
            assertThat(pull.path("state").asText()).isEqualTo("MERGED");
            assertThat(pull.at("/commits/totalCount").asInt()).isEqualTo(1);
            assertThat(pull.at("/mergeCommit/parents/totalCount").asInt())
                    .isEqualTo(method == MergeMethod.MERGE ? 2 : 1);
            assertThat(pull.at("/mergeCommit/signature/wasSignedByGitHub").asBoolean())
                    .isTrue();
            String merge = pull.at("/mergeCommit/oid").asText();
            assertThat(github.repo("/branches/master").at("/commit/sha").asText())
                    .isEqualTo(merge);
            assertThat(github.repo("/commits/" + merge + "/pulls")
                            .at("/0/number")
                            .asInt())
                    .isEqualTo(12);
            assertThatThrownBy(() -> github.world().apply(new MergePullRequest(ORDERS, 12, "bob", method)))
                    .hasMessageContaining("is closed");
        }
    }

    @Test
    void whatTheWorldDoesNotHaveIsRefused() throws Exception {
        try (Calling github = Calling.resource("ordinary-pass.yaml")) {
            assertThatThrownBy(() -> github.world().apply(new AddLabel(ORDERS, 12, "eve", "lgtm")))
                    .hasMessageContaining("no user 'eve'");
            assertThatThrownBy(() -> github.world().apply(new AddLabel(ORDERS, 99, "bob", "lgtm")))
                    .hasMessageContaining("no pull request");
            assertThatThrownBy(() -> github.world().apply(new TransitionTicket("OPS-7", "Lost", "mia")))
                    .hasMessageContaining("not one of");
        }
    }

    @Test
    void controlInterfaceDoesTheSameByName() throws Exception {
        try (Calling people = Calling.resource("ordinary-pass.yaml").as(null)) {
            String review = "{\"repository\": \"acme/orders\", \"number\": 12, \"by\": \"mia\"}";
            assertThat(people.send("POST", "/control/add-review", review).statusCode())
                    .isEqualTo(200);
            assertThat(people.world().repository(ORDERS).pullRequests().get(12).reviews())
                    .hasSize(2);
            assertThat(people.json("/control/operations").has("merge-pull-request"))
                    .isTrue();
            assertThat(people.json("/control/requests")).isEmpty();
        }
    }

    @Test
    void controlInterfaceExplainsWhatIsWrong() throws Exception {
        try (Calling people = Calling.resource("ordinary-pass.yaml").as(null)) {
            assertThat(people.send("POST", "/control/add-reviw", "{}").body())
                    .contains("no operation 'add-reviw'", "add-review");
            assertThat(people.send("POST", "/control/add-review", "{\"nmber\": 1}")
                            .body())
                    .contains("nmber");
            assertThat(people.send("POST", "/control/add-review", "{}").statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void pageOfAnotherOriginChangesNothing() throws Exception {
        try (Calling people = Calling.resource("ordinary-pass.yaml").as(null)) {
            String review = "{\"repository\": \"acme/orders\", \"number\": 12, \"by\": \"mia\"}";
            HttpResponse<String> answer =
                    people.send("POST", "/control/add-review", review, "Origin", "http://evil.example");
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(people.world().repository(ORDERS).pullRequests().get(12).reviews())
                    .hasSize(1);
        }
    }

    @Test
    void formOnAPageLeadsBackToThePage() throws Exception {
        try (Calling people = Calling.resource("ordinary-pass.yaml").as(null)) {
            HttpResponse<String> answer = people.send(
                    "POST", "/control/transition-ticket", "key=OPS-7&to=Done&by=mia&return=%2Fjira%2Fbrowse%2FOPS-7");
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("location")).contains("/jira/browse/OPS-7");
            assertThat(people.get("/jira/browse/OPS-7").body()).contains("Done");
            HttpResponse<String> elsewhere = people.send(
                    "POST", "/control/transition-ticket", "key=OPS-7&to=Approved&by=mia&return=%2F%2Fevil.example");
            assertThat(elsewhere.headers().firstValue("location")).contains("/");
        }
    }
}
