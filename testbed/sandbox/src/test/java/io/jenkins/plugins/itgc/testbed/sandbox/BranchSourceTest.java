package io.jenkins.plugins.itgc.testbed.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a branch source asks when it scans a repository. */
class BranchSourceTest {
    private static final String API = "/github/api/v3";
    private static Calling github;

    @BeforeAll
    static void start() throws Exception {
        github = Calling.resource("everything.yaml").as("alice-token");
    }

    @AfterAll
    static void stop() {
        github.close();
    }

    @ParameterizedTest
    @CsvSource({"alice, User", "itgc-gates[bot], Bot", "ghost, User", "acme, Organization"})
    void accountIsKnownByItsLogin(String login, String type) throws Exception {
        JsonNode account = github.json(user(login));
        assertThat(account.path("login").asText()).isEqualTo(login);
        assertThat(account.path("type").asText()).isEqualTo(type);
    }

    private static String user(String login) {
        return API + "/users/" + URLEncoder.encode(login, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gone", "itgc-gates", "alice[bot]", "nobody"})
    void deletedAccountAndPlainNameOfABotAreNotFound(String login) throws Exception {
        assertThat(github.get(user(login)).statusCode()).isEqualTo(404);
    }

    @Test
    void wholeNameOfAReferenceGivesThatOne() throws Exception {
        JsonNode ref = github.repo("/git/refs/heads/feature/retry");
        assertThat(ref.path("ref").asText()).isEqualTo("refs/heads/feature/retry");
        assertThat(ref.at("/object/sha")).isEqualTo(github.repo("/pulls/12").at("/head/sha"));
    }

    @Test
    void filesAreReadAtTheHeadOfAPullRequest() throws Exception {
        assertThat(github.repo("/contents/?ref=refs/pull/12/head").findValuesAsText("name"))
                .contains("README.md", "src");
        assertThat(github.get(API + "/repos/acme/orders/contents/?ref=refs/pull/99/head")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void beginningOfANameGivesAList() throws Exception {
        assertThat(github.repo("/git/refs/heads/feature").findValuesAsText("ref"))
                .containsExactly("refs/heads/feature/retry");
        assertThat(github.repo("/git/matching-refs/heads/none")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/git/ref/heads/feature", "/git/refs/heads/none"})
    void referenceThatIsNotThereIsNotFound(String path) throws Exception {
        assertThat(github.get(API + "/repos/acme/orders" + path).statusCode()).isEqualTo(404);
    }

    @Test
    void collaboratorsAreToldWithTheirRoles() throws Exception {
        JsonNode members = github.repo("/collaborators");
        assertThat(members.findValuesAsText("login")).containsExactly("alice", "bob", "mia", "rita", "moved");
        assertThat(members.findValuesAsText("role_name"))
                .containsExactly("write", "maintain", "admin", "read", "triage");
        assertThat(members.at("/3/permissions/push").asBoolean()).isFalse();
    }

    @Test
    void readersAreNotToldWhoElseWorksHere() throws Exception {
        try (Calling reader = Calling.resource("everything.yaml").as("reader-token")) {
            assertThat(reader.get(API + "/repos/acme/orders/collaborators").statusCode())
                    .isEqualTo(403);
        }
    }
}
