package io.jenkins.plugins.itgc.testbed.sandbox.git;

import io.jenkins.plugins.itgc.testbed.sandbox.git.Commit.Person;
import io.jenkins.plugins.itgc.testbed.sandbox.model.MergeMethod;
import java.time.Instant;
import java.util.List;

/** Merges branches as GitHub's merge button does. */
public final class MergeWriter {
    private final GitStore store;
    private final History history;

    /** Merges in that store. */
    public MergeWriter(GitStore store) {
        this.store = store;
        this.history = new History(store);
    }

    /**
     * Puts head on base.
     *
     * @param author who pressed the button, or for a squash who opened the pull request
     * @return SHA of the new tip of the base branch
     * @throws IllegalArgumentException if they conflict
     */
    public String merge(MergeMethod method, String base, String head, Person author, String message) {
        store.inserter(); // refuses a repository on disk before the merge could leave objects in it
        Person committer = new Person(GitHubItself.NAME, GitHubItself.EMAIL, author.date());
        String tree = history.mergedTree(base, head)
                .orElseThrow(() -> new IllegalArgumentException("base and head conflict, so GitHub offers no merge"));
        return switch (method) {
            case MERGE -> byGitHub(store.write(tree, List.of(base, head), author, committer, message));
            case SQUASH -> byGitHub(store.write(tree, List.of(base), author, committer, message));
            case REBASE -> rebased(base, head, author.date());
        };
    }

    private String rebased(String base, String head, Instant at) {
        if (!history.contains(head, base)) {
            throw new IllegalArgumentException("the sandbox rebases only a head that already contains its base");
        }
        String tip = base;
        for (Commit commit : history.between(base, head)) {
            Person committer = new Person(GitHubItself.NAME, GitHubItself.EMAIL, at);
            tip = byGitHub(store.write(commit.tree(), List.of(tip), commit.author(), committer, commit.message()));
        }
        return tip;
    }

    private String byGitHub(String sha) {
        store.mark(sha, new GitStore.CommitMarks(true, new Commit.Signature(true, true, GitHubItself.LOGIN)));
        return sha;
    }
}
