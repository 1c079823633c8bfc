package io.jenkins.plugins.itgc.jenkins.steps;

import hudson.AbortException;
import hudson.Extension;
import hudson.model.Run;
import io.jenkins.plugins.itgc.deploy.DeployTarget;
import io.jenkins.plugins.itgc.deploy.RunningVersion;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.gates.Configured;
import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.text.Field;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The {@code runningVersion} step: what a command found to run is compared with what was deployed. */
public class RunningVersionStep extends Step {
    private final String commit;
    private String service;
    private String environment;

    /** @param commit what runs: a commit, with at least seven digits */
    @DataBoundConstructor
    public RunningVersionStep(String commit) {
        this.commit = commit;
    }

    /** What runs, as a command of the pipeline found it. */
    public String getCommit() {
        return commit;
    }

    /** What is deployed; null is refused. */
    public String getService() {
        return service;
    }

    /** @param service what is deployed; one that the controller itself asks is refused */
    @DataBoundSetter
    public void setService(String service) {
        this.service = Field.orNull(service);
    }

    /** Name of the environment; null for the only one that is configured. */
    public String getEnvironment() {
        return environment;
    }

    /** @param environment name in the controller's configuration; empty when there is only one */
    @DataBoundSetter
    public void setEnvironment(String environment) {
        this.environment = Field.orNull(environment);
    }

    @Override
    public StepExecution start(StepContext context) {
        return new Execution(this, context);
    }

    private static final class Execution extends SynchronousNonBlockingStepExecution<Map<String, String>> {
        private static final long serialVersionUID = 1L;

        private final String commit;
        private final String service;
        private final String environment;

        Execution(RunningVersionStep step, StepContext context) {
            super(context);
            this.commit = step.commit;
            this.service = step.service;
            this.environment = step.environment;
        }

        @Override
        protected Map<String, String> run() throws IOException, InterruptedException {
            if (Field.orNull(commit) == null || service == null) {
                throw new AbortException(
                        "Name the service and its running commit: runningVersion(service: 'orders', commit: ...).");
            }
            DeployTarget target =
                    Configured.by(() -> target(ItgcConfiguration.get().environment(environment)));
            ItgcServices services = ItgcServices.get();
            Actor build = services.liveBuilds().actor(getContext().get(Run.class));
            RunningVersion version = services.runningVersions().observed(target, commit, build);
            return result(version);
        }

        /** Whoever may write a pipeline must not be able to hide what the controller itself sees. */
        private DeployTarget target(EnvironmentEntry entry) throws AbortException {
            if (entry.getProbes().stream().anyMatch(probe -> probe.getService().equals(service))) {
                throw new AbortException(
                        "The controller itself probes the running version of " + service + " in " + entry.getName()
                                + ", so a pipeline's report is not accepted. Remove the step, or the probe in the configuration.");
            }
            return new DeployTarget(service, entry.getName());
        }

        private static Map<String, String> result(RunningVersion version) {
            Map<String, String> result = new HashMap<>();
            result.put("verdict", version.verdict().name().toLowerCase(Locale.ROOT));
            result.put("recorded", version.recorded());
            result.put("what", version.what().english());
            return result;
        }
    }

    /** Describes the step to pipelines and to the snippet generator. */
    @Extension
    public static class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "runningVersion";
        }

        @Override
        public String getDisplayName() {
            return Messages.RunningVersionStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class);
        }
    }
}
