package io.jenkins.plugins.itgc.testbed.controller.steps;

import java.io.Serializable;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** A step that is one small piece of work. */
final class Immediate extends StepExecution {
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
    public boolean start() throws Exception {
        getContext().onSuccess(work.in(getContext()));
        return true;
    }

    /** It is done before anybody could stop it. */
    @Override
    public void stop(Throwable cause) {}
}
