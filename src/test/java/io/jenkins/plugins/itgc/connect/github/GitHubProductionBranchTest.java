package io.jenkins.plugins.itgc.connect.github;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.connect.StandIn;
import io.jenkins.plugins.itgc.connect.Unavailable;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.review.Example;
import io.jenkins.plugins.itgc.review.ProductionBranch.History;
import io.jenkins.plugins.itgc.review.facts.IncludedChange;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every step by which the production branch moved on is told, with the pull request behind it, or with none. */
class GitHubProductionBranchTest {
    @TempDir
    Path folder;

    private final StandIn gitHub = new StandIn();
    private final ArrayNode owners = PullRequestAnswer.JSON.createArrayNode();
    private GitRepository git;
    private CommitId baseline;

    @AfterEach
    void stop() {
        gitHub.close();
    }

    @BeforeEach
    void deployOnce() {
        git = GitRepository.at(folder);
        git.write("a.txt", "a");
        baseline = git.commit();
    }

    /** Two commits on a branch, and one on master meanwhile that the baseline already holds. */
    private CommitId work() {
        git.git("checkout", "-q", "-b", "work");
        git.write("b.txt", "b");
        git.commit();
        git.write("c.txt", "c");
        CommitId head = git.commit();
        git.git("checkout", "-q", "master");
        git.write("a.txt", "a, meanwhile");
        baseline = git.commit();
        return head;
    }

    private void owned(CommitId commit, int number, CommitId head, String base, boolean merged, CommitId mergeCommit) {
        ObjectNode node = owners.addObject().put("oid", commit.sha());
        ObjectNode pr = node.putObject("associatedPullRequests")
                .put("totalCount", 1)
                .putArray("nodes")
                .addObject();
        pr.put("number", number)
                .put("headRefOid", head.sha())
                .put("merged", merged)
                .put("baseRefName", base);
        pr.putObject("baseRepository").put("nameWithOwner", "Acme/Orders");
        if (mergeCommit != null) {
            pr.putObject("mergeCommit").put("oid", mergeCommit.sha());
        }
    }

    private void landed(CommitId commit, CommitId head) {
        owned(commit, 12, head, "master", true, commit);
    }

    private History history(CommitId since, CommitId last) throws Exception {
        git.showHistory(gitHub, since, last);
        CommitId tip = new CommitId(git.git("rev-parse", "master"));
        gitHub.on("/repos/acme/orders/git/ref/heads/master", "{\"object\":{\"sha\":\"" + tip + "\"}}");
        if (!tip.equals(last)) {
            git.showHistory(gitHub, last, tip);
        }
        gitHub.server.stubFor(post(urlEqualTo("/graphql"))
                .withRequestBody(containing("query AssociatedPullRequests"))
                .willReturn(okJson("{\"data\":{\"nodes\":" + owners + "}}")));
        return new GitHub(gitHub.reader(), gitHub.parallel())
                .productionBranch()
                .read(Example.REPOSITORY, "master", since, last);
    }

    private void show(CommitId reviewed, CommitId onto, CommitId result) {
        CommitId base = new CommitId(git.git("merge-base", reviewed.sha(), onto.sha()));
        git.showComparison(gitHub, onto, reviewed);
        git.showComparison(gitHub, onto, result);
        git.showComparison(gitHub, base, onto);
        List.of(reviewed, onto, base).forEach(commit -> git.showFiles(gitHub, commit));
    }

    private IncludedChange only(History history) {
        assertThat(history.included()).hasSize(1);
        return history.included().get(0);
    }

    @Test
    void tellsAMergedPullRequest() throws Exception {
        CommitId head = work();
        assertThat(git.merge("work")).isTrue();
        landed(git.head(), head);
        show(head, baseline, git.head());
        History history = history(baseline, git.head());
        IncludedChange landing = only(history);
        assertThat(landing.commits()).containsExactly(git.head());
        assertThat(landing.pullRequest()).isEqualTo(12);
        assertThat(landing.merge().clean()).isTrue();
        assertThat(history.tree()).isEqualTo(git.tree(git.head()));
    }

    @Test
    void seesAnEditInTheMergeOfAPullRequest() throws Exception {
        CommitId head = work();
        assertThat(git.merge("work")).isTrue();
        git.write("evil.txt", "evil");
        git.amend();
        landed(git.head(), head);
        show(head, baseline, git.head());
        assertThat(only(history(baseline, git.head())).merge().clean()).isFalse();
    }

    @Test
    void tellsASquashedPullRequest() throws Exception {
        CommitId head = work();
        git.git("merge", "-q", "--squash", "work");
        CommitId squashed = git.commit();
        landed(squashed, head);
        show(head, baseline, squashed);
        IncludedChange landing = only(history(baseline, squashed));
        assertThat(landing.pullRequest()).isEqualTo(12);
        assertThat(landing.merge().clean()).isTrue();
    }

    @Test
    void tellsARebasedPullRequestAsOneStep() throws Exception {
        CommitId head = work();
        git.git("cherry-pick", "work~1", "work");
        CommitId last = git.head();
        CommitId first = new CommitId(git.git("rev-parse", "HEAD~1"));
        owned(first, 12, head, "master", true, last);
        landed(last, head);
        show(head, baseline, last);
        IncludedChange landing = only(history(baseline, last));
        assertThat(landing.commits()).containsExactly(first, last);
        assertThat(landing.merge().clean()).isTrue();
    }

    @Test
    void tellsAStrayCommitBesideAPullRequest() throws Exception {
        CommitId head = work();
        git.write("stray.txt", "stray");
        CommitId stray = git.commit();
        assertThat(git.merge("work")).isTrue();
        landed(git.head(), head);
        show(head, stray, git.head());
        List<IncludedChange> included = history(baseline, git.head()).included();
        assertThat(included).extracting(IncludedChange::pullRequest).containsExactly(null, 12);
        assertThat(included.get(0).commits()).containsExactly(stray);
        assertThat(included.get(0).merge()).isNull();
    }

    @Test
    void countsNoPullRequestThatIsNotMergedHere() throws Exception {
        CommitId head = work();
        git.write("stray.txt", "stray");
        CommitId stray = git.commit();
        owned(stray, 1, head, "master", false, null);
        owned(stray, 2, head, "develop", true, stray);
        assertThat(only(history(baseline, stray)).pullRequest()).isNull();
    }

    @Test
    void hasNothingToTellWhenTheDeployedCommitIsDeployedAgain() throws Exception {
        assertThat(history(baseline, baseline).included()).isEmpty();
    }

    @Test
    void looksOnlyAtTheLastStepOfAFirstDeploy() throws Exception {
        CommitId head = work();
        git.git("merge", "-q", "--squash", "work");
        CommitId squashed = git.commit();
        landed(squashed, head);
        show(head, baseline, squashed);
        IncludedChange landing = only(history(null, squashed));
        assertThat(landing.commits()).containsExactly(squashed);
        assertThat(landing.pullRequest()).isEqualTo(12);
    }

    @Test
    void cannotTellWhatLeadsToACommitFromElsewhere() throws Exception {
        CommitId head = work();
        assertThat(Unavailable.code(() -> history(baseline, head))).isEqualTo("connect.not-on-branch");
    }

    @Test
    void cannotTellWhatLeadsToACommitThatCameInByAMerge() throws Exception {
        CommitId head = work();
        CommitId before = baseline;
        git.git("checkout", "-q", "work");
        assertThat(git.merge("master")).isTrue();
        CommitId merged = git.head();
        git.git("checkout", "-q", "master");
        git.git("merge", "-q", "--no-ff", "--no-edit", "work");
        assertThat(Unavailable.code(() -> history(before, merged))).isEqualTo("connect.not-on-branch");
        assertThat(Unavailable.code(() -> history(before, head))).isEqualTo("connect.not-on-branch");
    }

    @Test
    void tellsOfACommitThatTheBranchHasLeftBehind() throws Exception {
        CommitId head = work();
        git.git("merge", "-q", "--squash", "work");
        CommitId squashed = git.commit();
        git.write("later.txt", "later");
        git.commit();
        landed(squashed, head);
        show(head, baseline, squashed);
        assertThat(only(history(baseline, squashed)).pullRequest()).isEqualTo(12);
    }

    @Test
    void doesNotTakeACommitThatCameInByAMergeForTheBaseline() throws Exception {
        CommitId head = work();
        assertThat(git.merge("work")).isTrue();
        assertThat(Unavailable.code(() -> history(head, git.head()))).isEqualTo("connect.baseline-not-on-branch");
    }
}
