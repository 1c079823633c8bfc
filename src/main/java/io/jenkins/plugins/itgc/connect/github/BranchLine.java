package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The commits that stood at the tip of a branch one after another: its first parents. What a merge brought in from the side
 * is contained in the branch, but never stood there, and may lead past what did.
 */
record BranchLine(GitHubApi api, RepositoryId repository) {
    private static final int MOST_PAGES = 30;

    private record Parent(CommitId commit, @Nullable CommitId first) {}

    /** Where the branch stands. A tag of the same name is not meant. */
    CommitId tip(String branch) throws EvidenceUnavailable, InterruptedException {
        String path = "/repos/" + repository + "/git/ref/heads/" + PathSegments.encoded(branch);
        return api.get(path, branch + " of " + repository, json -> json.get("object")
                .get("sha")
                .as(CommitId::new));
    }

    /** Whether the branch stood at this commit, or stands there. */
    boolean holds(String branch, CommitId commit) throws EvidenceUnavailable, InterruptedException {
        CommitId tip = tip(branch);
        if (tip.equals(commit)) {
            return true;
        }
        String path = "/repos/" + repository + "/compare/" + commit + "..." + tip + "?per_page=100";
        List<Parent> since = api.list(
                path, "the commits since " + commit.abbreviated(), MOST_PAGES, page -> page.list("commits").stream()
                        .map(found -> new Parent(
                                found.get("sha").as(CommitId::new),
                                found.list("parents").stream()
                                        .findFirst()
                                        .map(parent -> parent.get("sha").as(CommitId::new))
                                        .orElse(null)))
                        .toList());
        Map<CommitId, CommitId> parents = new HashMap<>();
        since.forEach(found -> parents.put(found.commit(), found.first()));
        CommitId at = tip;
        while (at != null && !at.equals(commit)) {
            at = parents.remove(at);
        }
        return at != null;
    }
}
