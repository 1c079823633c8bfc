package io.jenkins.plugins.itgc.jenkins.steps;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.itgc.jenkins.gates.DeployCall;
import io.jenkins.plugins.itgc.text.Field;
import java.util.Set;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The {@code gatedDeploy} step: takes its turn, verifies every gate again, and only then runs its body. */
public class GatedDeployStep extends Step {
    private String environment;
    private String service;
    private boolean rollback;
    private String commit;

    /** The step with nothing said yet; the setters say the rest. */
    @DataBoundConstructor
    public GatedDeployStep() {}

    @Override
    public StepExecution start(StepContext context) {
        return new GatedDeployExecution(new DeployCall(environment, service, rollback, commit), context);
    }

    /** Name of the environment that is deployed to; null for the only one that is configured. */
    public String getEnvironment() {
        return environment;
    }

    /** @param environment name in the controller's configuration; empty when there is only one */
    @DataBoundSetter
    public void setEnvironment(String environment) {
        this.environment = Field.orNull(environment);
    }

    /** What is deployed; null is refused. */
    public String getService() {
        return service;
    }

    /** @param service what is deployed; the gates before must have been called for the same */
    @DataBoundSetter
    public void setService(String service) {
        this.service = Field.orNull(service);
    }

    /** Whether it goes back to a commit that was deployed there before. */
    public boolean isRollback() {
        return rollback;
    }

    /**
     * @param rollback true to go back to a commit that was deployed here with success before, and so needs no new
     *     review
     */
    @DataBoundSetter
    public void setRollback(boolean rollback) {
        this.rollback = rollback;
    }

    /** Full id of the commit to go back to; null unless it is a rollback. */
    public String getCommit() {
        return commit;
    }

    /** @param commit full id of the commit to go back to, as {@code rollbackTarget} gives it; only for a rollback */
    @DataBoundSetter
    public void setCommit(String commit) {
        this.commit = Field.orNull(commit);
    }

    /** Describes the step to pipelines and to the snippet generator. */
    @Extension
    public static class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "gatedDeploy";
        }

        @Override
        public String getDisplayName() {
            return Messages.GatedDeployStep_displayName();
        }

        @Override
        public boolean takesImplicitBlockArgument() {
            return true;
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class, FlowNode.class);
        }
    }
}
