package io.jenkins.plugins.itgc.review.facts;

import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.TreeId;
import java.util.List;

/**
 * A commit of a pull request. Its dates are not kept: the author chooses them.
 *
 * @param id its name
 * @param tree its tree
 * @param parents in order; the first is the branch it was made on
 * @param authors author and co-authors, as the code host read them
 * @param committer who committed it
 * @param hostSigned the code host made this commit itself, proven by its own valid signature
 * @param message whole message
 */
public record CommitFacts(
        CommitId id,
        TreeId tree,
        List<CommitId> parents,
        List<GitActor> authors,
        GitActor committer,
        boolean hostSigned,
        String message) {
    public CommitFacts {
        parents = List.copyOf(parents);
        authors = List.copyOf(authors);
    }

    /** Whether it has more than one parent. */
    public boolean merge() {
        return parents.size() > 1;
    }
}
