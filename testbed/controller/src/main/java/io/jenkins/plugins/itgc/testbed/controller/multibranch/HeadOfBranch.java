package io.jenkins.plugins.itgc.testbed.controller.multibranch;

import hudson.Extension;
import hudson.model.Item;
import jenkins.scm.api.SCMHead;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;

/** Finds the branch or pull request of a job. */
@Extension
public final class HeadOfBranch extends SCMHead.HeadByItem {
    /** Called at the start. */
    public HeadOfBranch() {}

    @Override
    public SCMHead getHead(Item item) {
        return item instanceof WorkflowJob job && job.getDefinition() instanceof BranchDefinition definition
                ? definition.head()
                : null;
    }
}
