package io.jenkins.plugins.itgc.jenkins.steps;

import hudson.Extension;
import io.jenkins.plugins.itgc.jenkins.gates.ApprovalCall;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** The {@code awaitManagerApproval} step: waits until those who answer for production agree to exactly this change. */
public class AwaitManagerApprovalStep extends GateStep {

    /** The step with nothing said yet; the setters say the rest. */
    @DataBoundConstructor
    public AwaitManagerApprovalStep() {}

    @Override
    public StepExecution start(StepContext context) {
        ApprovalCall call = new ApprovalCall(getEnvironment(), getService(), change(), isFailOnRefuse());
        return new GateStepExecution(call, context);
    }

    /** Describes the step to pipelines and to the snippet generator. */
    @Extension
    public static class DescriptorImpl extends Type {
        @Override
        public String getFunctionName() {
            return "awaitManagerApproval";
        }

        @Override
        public String getDisplayName() {
            return Messages.AwaitManagerApprovalStep_displayName();
        }
    }
}
