package io.jenkins.plugins.itgc.testbed.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Jira and Redmine. */
class TicketsTest {

    @Test
    void jiraTellsWhoMovedATicketAndWhatKindOfAccountThatIs() throws Exception {
        try (Calling jira = Calling.resource("everything.yaml")) {
            JsonNode page = jira.json("/jira/rest/api/3/issue/OPS-7/changelog?maxResults=2");
            assertThat(page.path("isLast").asBoolean()).isFalse();
            assertThat(page.path("total").asInt()).isEqualTo(3);
            assertThat(page.at("/values/1/author/accountType").asText()).isEqualTo("atlassian");
            assertThat(page.at("/values/1/items/0/toString").asText()).isEqualTo("Approved");
            JsonNode rest = jira.json("/jira/rest/api/3/issue/OPS-7/changelog?startAt=2");
            assertThat(rest.path("isLast").asBoolean()).isTrue();
            assertThat(rest.at("/values/0/author/accountType").asText()).isEqualTo("app");
        }
    }

    @Test
    void jiraGivesOnlyTheFieldsAskedForAndTheChangelogNewestFirst() throws Exception {
        try (Calling jira = Calling.resource("everything.yaml")) {
            JsonNode issue = jira.json("/jira/rest/api/3/issue/OPS-7?fields=status&expand=changelog");
            assertThat(issue.path("fields").fieldNames()).toIterable().containsExactly("status");
            assertThat(issue.at("/changelog/histories/0/items/0/field").asText())
                    .isEqualTo("labels");
        }
    }

    @Test
    void jiraServerKnowsAccountsByNameAndHasNoPagedChangelog() throws Exception {
        String yaml = """
                users: {mia: }
                groups: {managers: [mia]}
                jira: {deployment: server, issues: {OPS-7: {history: [{by: mia, to: Approved}]}}}
                """;
        try (Calling jira = Calling.world(yaml)) {
            JsonNode issue = jira.json("/jira/rest/api/2/issue/OPS-7?expand=changelog");
            JsonNode author = issue.at("/changelog/histories/0/author");
            assertThat(author.path("name").asText()).isEqualTo("mia");
            assertThat(author.has("accountType")).isFalse();
            assertThat(jira.json("/jira/rest/api/2/user?username=mia&expand=groups")
                            .at("/groups/items/0/name")
                            .asText())
                    .isEqualTo("managers");
            assertThat(jira.get("/jira/rest/api/2/issue/OPS-7/changelog").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void jiraTellsGroupsBothWays() throws Exception {
        try (Calling jira = Calling.resource("everything.yaml")) {
            assertThat(jira.json("/jira/rest/api/3/user/groups?accountId=jira:mia")
                            .findValuesAsText("name"))
                    .containsExactly("managers");
            assertThat(jira.json("/jira/rest/api/3/group/member?groupname=developers")
                            .path("total")
                            .asInt())
                    .isEqualTo(2);
        }
    }

    @Test
    void jiraRecordsTransitionsAndComments() throws Exception {
        try (Calling jira = Calling.resource("everything.yaml").as("alice-token")) {
            String issue = "/jira/rest/api/3/issue/OPS-7";
            JsonNode transitions = jira.json(issue + "/transitions").path("transitions");
            JsonNode done = null;
            for (JsonNode transition : transitions) {
                done = transition.path("name").asText().equals("Done") ? transition : done;
            }
            String body = "{\"transition\": {\"id\": \"" + done.path("id").asText() + "\"}}";
            assertThat(jira.send("POST", issue + "/transitions", body).statusCode())
                    .isEqualTo(204);
            assertThat(jira.json(issue).at("/fields/status/name").asText()).isEqualTo("Done");
            String text = "{\"body\": {\"type\": \"doc\", \"version\": 1, \"content\": [{\"type\": \"paragraph\","
                    + " \"content\": [{\"type\": \"text\", \"text\": \"Deployed\"}]}]}}";
            assertThat(jira.send("POST", issue + "/comment", text).statusCode()).isEqualTo(201);
            assertThat(jira.world().jira().issues().get("OPS-7").comments())
                    .last()
                    .satisfies(comment -> assertThat(comment.body()).isEqualTo("Deployed"));
        }
    }

    @Test
    void jiraTellsNothingToStrangersAndNothingOfWhatDoesNotExist() throws Exception {
        try (Calling jira = Calling.resource("everything.yaml")) {
            assertThat(jira.get("/jira/rest/api/3/issue/OPS-99").statusCode()).isEqualTo(404);
            assertThat(jira.as(null).get("/jira/rest/api/3/issue/OPS-7").statusCode())
                    .isEqualTo(401);
            assertThat(jira.get("/jira/rest/api/3/myself", "Authorization", "Basic eDpzYW5kYm94LXRva2Vu")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void redmineTellsWhoMovedAnIssue() throws Exception {
        try (Calling redmine = Calling.resource("everything.yaml").as(null)) {
            HttpResponse<String> answer =
                    redmine.get("/redmine/issues/7.json?include=journals", "X-Redmine-API-Key", "sandbox-token");
            JsonNode issue = Calling.JSON.readTree(answer.body()).path("issue");
            assertThat(issue.at("/status/name").asText()).isEqualTo("Approved");
            assertThat(issue.at("/journals/0/notes").asText()).isEqualTo("Please look");
            assertThat(issue.at("/journals/1/user/id").asInt()).isEqualTo(70);
            assertThat(issue.at("/journals/1/details/0/new_value").asText())
                    .isEqualTo(issue.at("/status/id").asText());
            assertThat(redmine.get("/redmine/issues/7.json").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void redmineTellsGroupsMembershipsAndStatuses() throws Exception {
        try (Calling redmine = Calling.resource("everything.yaml")) {
            JsonNode user = redmine.json("/redmine/users/70.json?include=groups,memberships")
                    .path("user");
            assertThat(user.path("login").asText()).isEqualTo("mmanager");
            assertThat(user.at("/memberships/0/roles/0/name").asText()).isEqualTo("Manager");
            String group = user.at("/groups/0/id").asText();
            assertThat(redmine.json("/redmine/groups/" + group + ".json?include=users")
                            .at("/group/users/0/id")
                            .asInt())
                    .isEqualTo(70);
            assertThat(redmine.json("/redmine/issue_statuses.json").findValuesAsText("name"))
                    .contains("Approved", "Closed");
        }
    }

    @Test
    void redmineRecordsAChangeOfStatus() throws Exception {
        try (Calling redmine = Calling.resource("everything.yaml").as("alice-token")) {
            String change = "{\"issue\": {\"status_id\": 4, \"notes\": \"Deployed\"}}";
            assertThat(redmine.send("PUT", "/redmine/issues/7.json", change).statusCode())
                    .isEqualTo(204);
            assertThat(redmine.json("/redmine/issues/7.json")
                            .at("/issue/status/name")
                            .asText())
                    .isEqualTo("Closed");
            String wrong = "{\"issue\": {\"status_id\": 99}}";
            assertThat(redmine.send("PUT", "/redmine/issues/7.json", wrong).statusCode())
                    .isEqualTo(422);
            assertThat(redmine.get("/redmine/issues/99.json").statusCode()).isEqualTo(404);
        }
    }
}
