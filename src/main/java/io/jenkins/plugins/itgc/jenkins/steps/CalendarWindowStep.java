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

    /** The step with nothing said yet; the setters say the rest. */
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

    /**
     * How long it must still be open when the deploy begins, such as {@code 30m}; null for what the environment says.
     */
    public String getMinRemaining() {
        return minRemaining;
    }

    /** @param minRemaining such as {@code 30m}; the longer of this and what the environment asks for counts */
    @DataBoundSetter
    public void setMinRemaining(String minRemaining) {
        this.minRemaining = Field.orNull(minRemaining);
    }

    /** How long to wait for the next opening, such as {@code 8h}; null for what the environment says. */
    public String getWaitAtMost() {
        return waitAtMost;
    }

    /** @param waitAtMost such as {@code 8h}; empty for what the environment says */
    @DataBoundSetter
    public void setWaitAtMost(String waitAtMost) {
        this.waitAtMost = Field.orNull(waitAtMost);
    }

    /** Null for what the environment's configuration says. */
    public Boolean getWait() {
        return wait;
    }

    /**
     * @param wait whether to wait for the next opening, or to refuse while it is closed; null for what the environment
     *     says
     */
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
