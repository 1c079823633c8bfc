package io.jenkins.plugins.itgc.jenkins.steps;

import hudson.Extension;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.WindowEntry;
import io.jenkins.plugins.itgc.jenkins.gates.WindowCall;
import io.jenkins.plugins.itgc.text.Field;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The {@code calendarWindow} step: waits until the environment may be deployed to. */
public class CalendarWindowStep extends GateStep {
    private String minRemaining;
    private String waitAtMost;
    private Boolean wait;

    @DataBoundConstructor
    public CalendarWindowStep() {}

    @Override
    public StepExecution start(StepContext context) {
        WindowCall call = new WindowCall(
                getEnvironment(),
                getService(),
                change(),
                isFailOnRefuse(),
                new WindowEntry.Wish(getMinRemaining(), getWaitAtMost(), getWait()),
                ItgcServices.get().clock().instant());
        return new GateStepExecution(call, context);
    }

    public String getMinRemaining() {
        return minRemaining;
    }

    @DataBoundSetter
    public void setMinRemaining(String minRemaining) {
        this.minRemaining = Field.orNull(minRemaining);
    }

    public String getWaitAtMost() {
        return waitAtMost;
    }

    @DataBoundSetter
    public void setWaitAtMost(String waitAtMost) {
        this.waitAtMost = Field.orNull(waitAtMost);
    }

    /** Null for what the environment's configuration says. */
    public Boolean getWait() {
        return wait;
    }

    @DataBoundSetter
    public void setWait(Boolean wait) {
        this.wait = wait;
    }

    /** Describes the step to pipelines and to the snippet generator. */
    @Extension
    public static class DescriptorImpl extends Type {
        @Override
        public String getFunctionName() {
            return "calendarWindow";
        }

        @Override
        public String getDisplayName() {
            return Messages.CalendarWindowStep_displayName();
        }
    }
}
