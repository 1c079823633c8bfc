package io.jenkins.plugins.itgc.jenkins.steps;

import hudson.Extension;
import io.jenkins.plugins.itgc.jenkins.gates.ReviewCall;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** The {@code itgcReview} step: has this change a ticket, a peer review of exactly this code, and a manager's word. */
public class ItgcReviewStep extends GateStep {

    /** The step with nothing said yet; the setters say the rest. */
    @DataBoundConstructor
    public ItgcReviewStep() {}

    @Override
    public StepExecution start(StepContext context) {
        ReviewCall call = new ReviewCall(getEnvironment(), getService(), change(), isFailOnRefuse());
        return new GateStepExecution(call, context);
    }

    /** Describes the step to pipelines and to the snippet generator. */
    @Extension
    public static class DescriptorImpl extends Type {
        @Override
        public String getFunctionName() {
            return "itgcReview";
        }

        @Override
        public String getDisplayName() {
            return Messages.ItgcReviewStep_displayName();
        }
    }
}
