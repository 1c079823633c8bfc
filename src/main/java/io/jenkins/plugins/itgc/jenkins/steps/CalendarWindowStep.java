package io.jenkins.plugins.itgc.jenkins.steps;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import java.util.Set;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The {@code calendarWindow} step: waits until the environment may be deployed to. */
public class CalendarWindowStep extends Step {
    private String environment;
    private String service;
    private String minRemaining;
    private String waitAtMost;
    private Boolean wait;
    private String repository;
    private Integer pullRequest;
    private String commit;
    private String credentialsId;
    private boolean failOnRefuse = true;

    @DataBoundConstructor
    public CalendarWindowStep() {}

    @Override
    public StepExecution start(StepContext context) {
        ReviewCall.Subject subject = new ReviewCall.Subject(repository, pullRequest, commit, credentialsId);
        WindowCall call = new WindowCall(this, subject, ItgcServices.get().clock().instant());
        return new GateStepExecution(call, context);
    }

    public String getEnvironment() {
        return environment;
    }

    @DataBoundSetter
    public void setEnvironment(String environment) {
        this.environment = blankToNull(environment);
    }

    public String getService() {
        return service;
    }

    @DataBoundSetter
    public void setService(String service) {
        this.service = blankToNull(service);
    }

    public String getMinRemaining() {
        return minRemaining;
    }

    @DataBoundSetter
    public void setMinRemaining(String minRemaining) {
        this.minRemaining = blankToNull(minRemaining);
    }

    public String getWaitAtMost() {
        return waitAtMost;
    }

    @DataBoundSetter
    public void setWaitAtMost(String waitAtMost) {
        this.waitAtMost = blankToNull(waitAtMost);
    }

    /** Null for what the environment's configuration says. */
    public Boolean getWait() {
        return wait;
    }

    @DataBoundSetter
    public void setWait(Boolean wait) {
        this.wait = wait;
    }

    public String getRepository() {
        return repository;
    }

    @DataBoundSetter
    public void setRepository(String repository) {
        this.repository = blankToNull(repository);
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
        this.commit = blankToNull(commit);
    }

    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = blankToNull(credentialsId);
    }

    public boolean isFailOnRefuse() {
        return failOnRefuse;
    }

    @DataBoundSetter
    public void setFailOnRefuse(boolean failOnRefuse) {
        this.failOnRefuse = failOnRefuse;
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.trim();
    }

    /** Describes the step to pipelines and to the snippet generator. */
    @Extension
    public static class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "calendarWindow";
        }

        @Override
        public String getDisplayName() {
            return Messages.CalendarWindowStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class, FlowNode.class);
        }
    }
}
