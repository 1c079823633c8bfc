package org.jenkinsci.plugins.github_branch_source;

import java.util.Objects;
import jenkins.scm.api.SCMRevision;

/** The head commit of a pull request, and the base that it is built on. */
public class PullRequestSCMRevision extends SCMRevision {
    private static final long serialVersionUID = 1L;

    private final String baseHash;
    private final String pullHash;

    public PullRequestSCMRevision(PullRequestSCMHead head, String baseHash, String pullHash) {
        super(head);
        this.baseHash = baseHash;
        this.pullHash = pullHash;
    }

    public String getBaseHash() {
        return baseHash;
    }

    public String getPullHash() {
        return pullHash;
    }

    /** The test merge of GitHub; the testbed never has one. */
    public String getMergeHash() {
        return null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PullRequestSCMRevision that
                && getHead().equals(that.getHead())
                && Objects.equals(baseHash, that.baseHash)
                && Objects.equals(pullHash, that.pullHash);
    }

    @Override
    public int hashCode() {
        return Objects.hash(getHead(), pullHash);
    }

    @Override
    public String toString() {
        return pullHash + "+" + baseHash;
    }
}
