package org.jenkinsci.plugins.github_branch_source;

import jenkins.scm.api.SCMHead;

/** A branch of a GitHub repository. */
public class BranchSCMHead extends SCMHead {
    private static final long serialVersionUID = 1L;

    public BranchSCMHead(String name) {
        super(name);
    }
}
