package io.jenkins.plugins.itgc.testbed.sandbox;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a world is told with its key and line. */
class WorldFormatTest {

    @Test
    void unknownKeyIsNamedWithItsLineAndWhatIsKnown() {
        refused("""
                users:
                  alice:
                    nmae: Alice
                """, "line 3", "users.alice", "unknown key 'nmae'", "name");
    }

    @Test
    void wrongTypeIsNamedWithItsLine() {
        refused("""
                repositories:
                  acme/orders:
                    pullRequests:
                      - number: twelve
                """, "line 4", "repositories.acme/orders.pullRequests[0].number");
    }

    @Test
    void numberIsNotTakenForText() {
        refused("users: {alice: {name: 7}}", "line 1", "users.alice.name");
    }

    @Test
    void textThatIsNotYamlIsRefused() {
        refused("users: {alice", "line 1", "expected");
    }

    @Test
    void choiceThatDoesNotExistIsRefusedWithThoseThatDo() {
        refused("users: {alice: {kind: king}}", "users.alice.kind", "one of [user, bot,", "found 'king'");
    }

    @Test
    void doubledKeyIsRefused() {
        refused("users: {}\nusers: {}\n", "line 2", "users");
    }

    @Test
    void commitThatDoesNotExistIsNamedWhereItIsWritten() {
        refused(
                Worlds.small(Worlds.CHANGE, "reviews: [{author: bob, commit: nothing}]"),
                "line 20",
                "pullRequests[0].reviews",
                "no commit or branch 'nothing'");
    }

    @Test
    void userThatDoesNotExistIsNamed() {
        refused(Worlds.small(Worlds.CHANGE, "reviews: [{author: eve}]"), "no user 'eve'", "alice");
    }

    @Test
    void loginOfABotIsWrittenWithoutItsSuffix() {
        refused("users: {'robot[bot]': }", "users.robot[bot]", "no [bot]");
    }

    @Test
    void cleanMergeThatConflictsIsRefused() {
        String commits = """
            - {id: other, parents: [start], author: bob, files: {a.txt: "other\\n"}}
            - {id: ours, parents: [start], author: alice, files: {a.txt: "ours\\n"}}
            - {id: change, parents: [ours, other], author: alice, merge: clean}
            """;
        refused(Worlds.small(commits, ""), "commits[3]", "the parents conflict");
    }

    @Test
    void deletedForkMustNotBeDescribed() {
        refused(
                Worlds.small(Worlds.CHANGE, "headRepositoryDeleted: true"),
                "headRepositoryDeleted needs a headRepository that the world does not describe");
    }

    @Test
    void editedMergeNeedsAnEdit() {
        String commits = """
            - {id: other, parents: [start], author: bob, files: {b.txt: "other\\n"}}
            - {id: ours, parents: [start], author: alice, files: {a.txt: "ours\\n"}}
            - {id: change, parents: [ours, other], author: alice, merge: edited}
            """;
        refused(Worlds.small(commits, ""), "merge: edited needs files");
    }

    @Test
    void deletingWhatDoesNotExistIsRefused() {
        refused(Worlds.small("- {id: change, author: alice, files: {c.txt: null}}", ""), "no file 'c.txt'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clock: yesterday | clock | expected 'now'",
                "latency: 5 parsecs | latency | expected a duration",
                "latency: soon | latency | expected a duration",
                "tokens: {t: nobody} | tokens.t | no user 'nobody'",
                "groups: {managers: [nobody]} | groups.managers[0] | no user 'nobody'",
                "repositories: {orders: {}} | repositories.orders | owner/name",
                "repositories: {acme/orders: {}} | branches | default branch 'master' has no commit",
                "repositories: {acme/orders: {git: ./no-such-folder}} | git | no git repository",
                "repositories: {acme/orders: {forkOf: a/b}} | forkOf | no repository 'a/b'",
                "faults: [{operations: [{add-reviw: {}}]}] | faults[0].operations | no operation 'add-reviw'",
                "faults: [{operations: [{add-label: {lable: x}}]}] | faults[0].operations | lable",
                "jira: {issues: {ops7: {}}} | jira.issues.ops7 | KEY-1",
                "users: [] | users | expected keys with values",
            })
    void badValueIsExplained(String yaml, String key, String complaint) {
        refused(yaml, "line 1", key, complaint);
    }

    private static void refused(String yaml, String... told) {
        assertThatThrownBy(() -> World.parse(yaml, Path.of(".")))
                .isInstanceOf(WorldFormatException.class)
                .hasMessageContainingAll(told);
    }
}
