package io.jenkins.plugins.itgc.review.facts;

import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.TreeId;
import java.util.List;

/**
 * How reviewed work and another line of work were brought together: a merge commit, a squash or a rebase.
 *
 * @param reviewed the commit that carries the reviewed work
 * @param onto the commit that it was brought together with
 * @param result the commit that came out
 * @param resultTree tree of the result
 * @param files every file in which the result differs from {@code onto}, or should
 * @param complete false when the list may be cut short
 */
public record MergeFacts(
        CommitId reviewed,
        CommitId onto,
        CommitId result,
        TreeId resultTree,
        List<MergedFile> files,
        boolean complete) {
    public MergeFacts {
        files = List.copyOf(files);
    }

    /** The files that hold something that neither side alone explains. */
    public List<MergedFile> edited() {
        return files.stream().filter(file -> !file.asExpected()).toList();
    }

    /** Whether the result holds exactly the reviewed work on top of the other line. */
    public boolean clean() {
        return complete && edited().isEmpty();
    }
}
