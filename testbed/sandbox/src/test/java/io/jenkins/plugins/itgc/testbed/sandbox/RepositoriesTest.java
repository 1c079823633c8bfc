package io.jenkins.plugins.itgc.testbed.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.itgc.testbed.sandbox.operation.PullRequestOperation.MergePullRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where commits come from: a real repository, by hand, by the thousand. */
class RepositoriesTest {
    @Test
    void everyCommitOfARebaseBelongsToItsPullRequest() throws Exception {
        String world = """
            users: {alice: , bob: }
            repositories:
              acme/orders:
                commits:
                  - {id: start, author: alice}
                  - {id: one, author: alice, files: {a.txt: "a\\n"}}
                  - {id: two, author: alice, files: {b.txt: "b\\n"}}
                  - {id: before, parents: [start], author: bob, files: {c.txt: "c\\n"}}
                  - {id: one-again, author: alice, committer: bob, files: {a.txt: "a\\n"}}
                  - {id: two-again, author: alice, committer: bob, files: {b.txt: "b\\n"}}
                branches: {master: two-again}
                pullRequests:
                  - {number: 12, title: A change, author: alice, head: change, headCommit: two, baseCommit: before,
                     state: merged, mergeMethod: rebase, mergeCommit: two-again, mergedBy: bob}
            """;
        try (Calling github = Calling.world(world)) {
            assertThat(github.repo("/commits/one-again/pulls").at("/0/number").asInt())
                    .isEqualTo(12);
            assertThat(github.repo("/commits/two-again/pulls").at("/0/number").asInt())
                    .isEqualTo(12);
            assertThat(github.repo("/commits/before/pulls")).isEmpty();
        }
    }

    @Test
    void branchThatItsPullRequestOutlivedStillHasItsPushes() throws Exception {
        String world = """
            users: {alice: , bob: }
            repositories:
              acme/orders:
                commits:
                  - {id: start, author: alice, files: {a.txt: "a\\n"}}
                  - {id: change, author: alice, files: {a.txt: "b\\n"}}
                  - {id: landed, parents: [start, change], author: bob, merge: clean}
                branches: {master: landed}
                pullRequests:
                  - {number: 12, title: A change, author: alice, head: change-it, headCommit: change, state: merged,
                     mergeCommit: landed, mergedBy: bob}
            """;
        try (Calling github = Calling.world(world)) {
            JsonNode activity = github.repo("/activity?ref=change-it");
            assertThat(activity.findValuesAsText("activity_type"))
                    .containsExactly("branch_deletion", "branch_creation");
            assertThat(activity.at("/1/actor/login").asText()).isEqualTo("alice");
            assertThat(activity.at("/1/after")).isEqualTo(activity.at("/0/before"));
        }
    }

    @Test
    void deletedForkIsNotTold() throws Exception {
        String fork = """
            headRepository: eve/orders
            headRepositoryDeleted: true
            headCommit: change
            """;
        try (Calling github = Calling.world(Worlds.small(Worlds.CHANGE, fork))) {
            JsonNode pull =
                    github.pull("headRefName headRefOid isCrossRepository headRepository { id } headRef { id }");
            assertThat(pull.path("headRepository").isNull()).isTrue();
            assertThat(pull.path("headRef").isNull()).isTrue();
            assertThat(pull.path("isCrossRepository").asBoolean()).isTrue();
            assertThat(github.repo("/pulls/12").at("/head/repo").isNull()).isTrue();
            assertThat(github.get("/github/api/v3/repos/eve/orders/activity").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void realRepositoryIsReadAndLeftAlone(@TempDir Path folder) throws Exception {
        String head = realRepository(folder);
        Path file = Files.writeString(folder.resolve("world.yaml"), """
            users: {alice: , bob: }
            repositories:
              acme/orders:
                git: orders
                defaultBranch: master
                pullRequests:
                  - {number: 12, title: A change, author: alice, head: change, reviews: [{author: bob}]}
            """);
        long before = files(folder);
        try (Sandbox sandbox = Sandbox.start(World.load(file), 0)) {
            World world = sandbox.world();
            assertThat(world.repository("acme/orders").pullRequests().get(12).headOid())
                    .isEqualTo(head);
            assertThat(world.repository("acme/orders")
                            .files(world.repository("acme/orders")
                                    .pullRequests()
                                    .get(12)))
                    .extracting(changed -> changed.path())
                    .containsExactly("b.txt");
            assertThatThrownBy(() -> world.apply(new MergePullRequest("acme/orders", 12, "bob", null)))
                    .isInstanceOf(RuntimeException.class);
        }
        assertThat(files(folder)).isEqualTo(before);
    }

    private static String realRepository(Path folder) throws Exception {
        PersonIdent alice = new PersonIdent("Alice", "alice@example.com");
        try (Git git = Git.init()
                .setDirectory(folder.resolve("orders").toFile())
                .setInitialBranch("master")
                .call()) {
            Files.writeString(folder.resolve("orders/a.txt"), "a\n");
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("One")
                    .setAuthor(alice)
                    .setCommitter(alice)
                    .setSign(false)
                    .call();
            git.checkout().setCreateBranch(true).setName("change").call();
            Files.writeString(folder.resolve("orders/b.txt"), "b\n");
            git.add().addFilepattern(".").call();
            return git.commit()
                    .setMessage("Two")
                    .setAuthor(alice)
                    .setCommitter(alice)
                    .setSign(false)
                    .call()
                    .name();
        }
    }

    private static long files(Path folder) throws Exception {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.count();
        }
    }

    @Test
    void cleanMergeHasTheTreeOfAThreeWayMergeAndAnEditedOneHasNot() throws Exception {
        String merges = """
            - {id: other, parents: [start], author: bob, files: {b.txt: "other\\n"}}
            - {id: ours, parents: [start], author: alice, files: {a.txt: "ours\\n"}}
            - {id: clean, parents: [ours, other], author: alice, merge: clean}
            - {id: change, parents: [ours, other], author: alice, merge: edited, files: {c.txt: "smuggled\\n"}}
            """;
        try (Calling github = Calling.world(Worlds.small(merges, ""))) {
            JsonNode trees = github.graphql("""
                    { repository(owner: "acme", name: "orders") {
                        clean: object(expression: "clean:") { ... on Tree { entries { name } } }
                        edited: object(expression: "change:") { ... on Tree { entries { name } } } } }""", Map.of()).at("/data/repository");
            assertThat(trees.path("clean").findValuesAsText("name")).containsExactly("a.txt", "b.txt");
            assertThat(trees.path("edited").findValuesAsText("name")).containsExactly("a.txt", "b.txt", "c.txt");
        }
    }

    @Test
    void forkSharesItsParentsCommits() throws Exception {
        try (Calling github = Calling.resource("everything.yaml")) {
            JsonNode pull = github.graphql("""
                    { repository(owner: "acme", name: "orders") { pullRequest(number: 13) {
                        isCrossRepository author { login } headRepository { nameWithOwner } headRepositoryOwner { login } } } }""", Map.of()).at("/data/repository/pullRequest");
            assertThat(pull.path("isCrossRepository").asBoolean()).isTrue();
            assertThat(pull.path("author").isNull()).isTrue();
            assertThat(pull.at("/headRepository/nameWithOwner").asText()).isEqualTo("mallory/orders");
            assertThat(pull.at("/headRepositoryOwner/login").asText()).isEqualTo("mallory");
        }
    }

    @Test
    void largePullRequestIsServedAndCutAsGitHubCutsIt() throws Exception {
        String commits = """
            - {id: many, author: alice, manyFiles: {count: 3100}}
            - {id: "step{n}", author: alice, repeat: 300, files: {"notes/{n}.txt": "{n}\\n"}}
            - {id: change, author: alice, files: {a.txt: "changed\\n"}}
            """;
        try (Calling github = Calling.world(Worlds.small(commits, "reviews: [{author: bob, repeat: 400}]"))) {
            JsonNode pull = github.pull(
                    "changedFiles files(first: 1) { totalCount } commits(first: 1) { totalCount } reviews(first: 1) { totalCount }");
            assertThat(pull.path("changedFiles").asInt()).isEqualTo(3401);
            assertThat(pull.at("/files/totalCount").asInt()).isEqualTo(3000);
            assertThat(pull.at("/commits/totalCount").asInt()).isEqualTo(302);
            assertThat(pull.at("/reviews/totalCount").asInt()).isEqualTo(400);
            assertThat(github.repo("/pulls/12/commits?per_page=100&page=3")).hasSize(50);
        }
    }
}
