package io.jenkins.plugins.itgc.jenkins.steps;

import hudson.AbortException;
import hudson.Extension;
import hudson.model.Run;
import io.jenkins.plugins.itgc.deploy.DeployNews;
import io.jenkins.plugins.itgc.deploy.DeployTarget;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.gates.Configured;
import io.jenkins.plugins.itgc.text.Field;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The {@code rollbackTarget} step: the last good commit before the one that an environment should be at. */
public class RollbackTargetStep extends Step {
    private final String service;
    private String environment;

    /** @param service what is deployed; must not be blank */
    @DataBoundConstructor
    public RollbackTargetStep(String service) {
        this.service = service;
    }

    /** What is deployed, as the pipeline wrote it. */
    public String getService() {
        return service;
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
        return new Execution(service, environment, context);
    }

    private static final class Execution extends SynchronousNonBlockingStepExecution<Map<String, String>> {
        private static final long serialVersionUID = 1L;

        private final String service;
        private final String environment;

        Execution(String service, String environment, StepContext context) {
            super(context);
            this.service = service;
            this.environment = environment;
        }

        @Override
        protected Map<String, String> run() throws IOException, InterruptedException {
            DeployTarget target = target();
            DeployNews back = ItgcServices.get()
                    .deploys()
                    .rollbackTarget(target)
                    .orElseThrow(() -> new AbortException("There is no rollback target in " + target
                            + ": fewer than two commits have a successful deploy there."));
            return new HashMap<>(Map.of("commit", back.commit(), "deploy", back.deploy(), "build", back.build()));
        }

        private DeployTarget target() throws IOException, InterruptedException {
            if (Field.orNull(service) == null) {
                throw new AbortException("Name what is deployed: rollbackTarget(service: 'orders', ...).");
            }
            return Configured.by(() -> new DeployTarget(
                    Field.orNull(service),
                    ItgcConfiguration.get().environment(environment).getName()));
        }
    }

    /** Describes the step to pipelines and to the snippet generator. */
    @Extension
    public static class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "rollbackTarget";
        }

        @Override
        public String getDisplayName() {
            return Messages.RollbackTargetStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class);
        }
    }
}
