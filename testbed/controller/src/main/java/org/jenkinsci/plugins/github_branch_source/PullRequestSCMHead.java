package org.jenkinsci.plugins.github_branch_source;

import jenkins.scm.api.SCMHead;
import jenkins.scm.api.SCMHeadOrigin;
import jenkins.scm.api.mixin.ChangeRequestCheckoutStrategy;

/** A pull request of a GitHub repository. */
public class PullRequestSCMHead extends SCMHead {
    private static final long serialVersionUID = 1L;

    private final int number;
    private final BranchSCMHead target;
    private final String sourceOwner;
    private final String sourceRepo;
    private final String sourceBranch;
    private final SCMHeadOrigin origin;
    private final ChangeRequestCheckoutStrategy strategy;

    public PullRequestSCMHead(
            String name,
            String sourceOwner,
            String sourceRepo,
            String sourceBranch,
            int number,
            BranchSCMHead target,
            SCMHeadOrigin origin,
            ChangeRequestCheckoutStrategy strategy) {
        super(name);
        this.sourceOwner = sourceOwner;
        this.sourceRepo = sourceRepo;
        this.sourceBranch = sourceBranch;
        this.number = number;
        this.target = target;
        this.origin = origin;
        this.strategy = strategy;
    }

    public int getNumber() {
        return number;
    }

    public String getId() {
        return Integer.toString(number);
    }

    public BranchSCMHead getTarget() {
        return target;
    }

    public String getSourceOwner() {
        return sourceOwner;
    }

    public String getSourceRepo() {
        return sourceRepo;
    }

    public String getSourceBranch() {
        return sourceBranch;
    }

    public SCMHeadOrigin getOrigin() {
        return origin;
    }

    public boolean isMerge() {
        return strategy == ChangeRequestCheckoutStrategy.MERGE;
    }

    public ChangeRequestCheckoutStrategy getCheckoutStrategy() {
        return strategy;
    }
}
