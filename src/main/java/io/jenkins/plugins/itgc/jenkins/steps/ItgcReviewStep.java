package io.jenkins.plugins.itgc.jenkins.steps;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.util.Set;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The {@code itgcReview} step: has this change a ticket, a peer review of exactly this code, and a manager's word. */
public class ItgcReviewStep extends Step {
    private String environment;
    private String service;
    private String repository;
    private Integer pullRequest;
    private String commit;
    private String credentialsId;
    private boolean failOnRefuse = true;

    @DataBoundConstructor
    public ItgcReviewStep() {}

    @Override
    public StepExecution start(StepContext context) {
        ReviewCall call = new ReviewCall(
                environment, service, new ReviewCall.Subject(repository, pullRequest, commit, credentialsId), failOnRefuse);
        return new GateStepExecution(call, context);
    }

    public String getEnvironment() {
        return environment;
    }

    @DataBoundSetter
    public void setEnvironment(String environment) {
        this.environment = Text.orNull(environment);
    }

    public String getService() {
        return service;
    }

    @DataBoundSetter
    public void setService(String service) {
        this.service = Text.orNull(service);
    }

    public String getRepository() {
        return repository;
    }

    @DataBoundSetter
    public void setRepository(String repository) {
        this.repository = Text.orNull(repository);
    }

    public Integer getPullRequest() {
        return pullRequest;
    }

    @DataBoundSetter
    public void setPullRequest(Integer pullRequest) {
        this.pullRequest = pullRequest;
    }

    public String getCommit() {
        return commit;
    }

    @DataBoundSetter
    public void setCommit(String commit) {
        this.commit = Text.orNull(commit);
    }

    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = Text.orNull(credentialsId);
    }

    public boolean isFailOnRefuse() {
        return failOnRefuse;
    }

    @DataBoundSetter
    public void setFailOnRefuse(boolean failOnRefuse) {
        this.failOnRefuse = failOnRefuse;
    }

    /** Describes the step to pipelines and to the snippet generator. */
    @Extension
    public static class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "itgcReview";
        }

        @Override
        public String getDisplayName() {
            return Messages.ItgcReviewStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class, FlowNode.class);
        }
    }
}
