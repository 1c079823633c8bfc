package org.jenkinsci.plugins.workflow.steps;

import hudson.ExtensionPoint;
import hudson.model.AbstractDescribableImpl;
import jenkins.model.Jenkins;

/** One step of a Pipeline with its arguments. */
public abstract class Step extends AbstractDescribableImpl<Step> implements ExtensionPoint {
    protected Step() {}

    /** Prepares the work; nothing happens before {@link StepExecution#start()}. */
    public abstract StepExecution start(StepContext context) throws Exception;

    @Override
    public StepDescriptor getDescriptor() {
        return (StepDescriptor) Jenkins.get().getDescriptorOrDie(getClass());
    }
}
