package io.jenkins.plugins.itgc.testbed.controller.multibranch;

import hudson.Extension;
import hudson.model.Item;
import jenkins.scm.api.SCMSource;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;

/** Finds the repository of a branch's job. */
@Extension
public final class SourceOfBranch extends SCMSource.SourceByItem {
    /** Called at the start. */
    public SourceOfBranch() {}

    @Override
    public SCMSource getSource(Item item) {
        return item instanceof WorkflowJob job && job.getDefinition() instanceof BranchDefinition definition
                ? definition.source()
                : null;
    }
}
