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

    @DataBoundConstructor
    public GatedDeployStep() {}

    @Override
    public StepExecution start(StepContext context) {
        return new GatedDeployExecution(new DeployCall(environment, service, rollback, commit), context);
    }

    public String getEnvironment() {
        return environment;
    }

    @DataBoundSetter
    public void setEnvironment(String environment) {
        this.environment = Field.orNull(environment);
    }

    public String getService() {
        return service;
    }

    @DataBoundSetter
    public void setService(String service) {
        this.service = Field.orNull(service);
    }

    public boolean isRollback() {
        return rollback;
    }

    @DataBoundSetter
    public void setRollback(boolean rollback) {
        this.rollback = rollback;
    }

    public String getCommit() {
        return commit;
    }

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
