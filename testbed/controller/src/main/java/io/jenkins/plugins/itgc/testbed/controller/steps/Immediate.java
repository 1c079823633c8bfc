package io.jenkins.plugins.itgc.testbed.controller.steps;

import java.io.Serializable;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.SynchronousStepExecution;

/** A step that is one small piece of work. */
final class Immediate extends SynchronousStepExecution<Object> {
    private static final long serialVersionUID = 1L;

    /** The work. */
    interface Work extends Serializable {
        Object in(StepContext context) throws Exception;
    }

    private final Work work;

    Immediate(StepContext context, Work work) {
        super(context);
        this.work = work;
    }

    @Override
    protected Object run() throws Exception {
        return work.in(getContext());
    }
}
