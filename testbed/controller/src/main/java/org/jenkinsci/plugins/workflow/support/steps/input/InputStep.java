package org.jenkinsci.plugins.workflow.support.steps.input;

import hudson.Extension;
import hudson.Util;
import io.jenkins.plugins.itgc.testbed.controller.steps.InputIds;
import java.io.Serializable;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** Asks a person whether the build may go on. */
public class InputStep extends Step implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String message;
    private String id;
    private String submitter;
    private String submitterParameter;
    private String ok;
    private String cancel;

    @DataBoundConstructor
    public InputStep(String message) {
        this.message = message == null ? "Pipeline has paused and needs your input before proceeding" : message;
    }

    public String getMessage() {
        return message;
    }

    /** The id, or one made from the message; the first letter is a capital. */
    public String getId() {
        return id == null ? InputIds.ofMessage(message) : id;
    }

    @DataBoundSetter
    public void setId(String id) {
        this.id = InputIds.checked(id);
    }

    public String getSubmitter() {
        return submitter;
    }

    @DataBoundSetter
    public void setSubmitter(String submitter) {
        this.submitter = Util.fixEmptyAndTrim(submitter);
    }

    public String getSubmitterParameter() {
        return submitterParameter;
    }

    @DataBoundSetter
    public void setSubmitterParameter(String submitterParameter) {
        this.submitterParameter = Util.fixEmptyAndTrim(submitterParameter);
    }

    public String getOk() {
        return ok == null ? "Proceed" : ok;
    }

    @DataBoundSetter
    public void setOk(String ok) {
        this.ok = Util.fixEmptyAndTrim(ok);
    }

    public String getCancel() {
        return cancel == null ? "Abort" : cancel;
    }

    @DataBoundSetter
    public void setCancel(String cancel) {
        this.cancel = Util.fixEmptyAndTrim(cancel);
    }

    @Override
    public StepExecution start(StepContext context) throws Exception {
        return new InputStepExecution(this, context);
    }

    /** Makes the step known. */
    @Extension
    public static class DescriptorImpl extends StepDescriptor {
        public DescriptorImpl() {}

        @Override
        public String getFunctionName() {
            return "input";
        }

        @Override
        public String getDisplayName() {
            return "Wait for interactive input";
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(hudson.model.Run.class, hudson.model.TaskListener.class);
        }
    }
}
