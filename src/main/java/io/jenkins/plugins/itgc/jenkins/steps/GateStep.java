package io.jenkins.plugins.itgc.jenkins.steps;

import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.itgc.jenkins.gates.ChangeParameters;
import io.jenkins.plugins.itgc.text.Field;
import java.util.Set;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.kohsuke.stapler.DataBoundSetter;

/** What the step of any gate can be told: where the change goes, which change it is, and what a refusal does. */
public abstract class GateStep extends Step {
    private String environment;
    private String service;
    private String repository;
    private Integer pullRequest;
    private String commit;
    private String credentialsId;
    private boolean failOnRefuse = true;

    public final ChangeParameters change() {
        return new ChangeParameters(repository, pullRequest, commit, credentialsId);
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

    public String getRepository() {
        return repository;
    }

    @DataBoundSetter
    public void setRepository(String repository) {
        this.repository = Field.orNull(repository);
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
        this.commit = Field.orNull(commit);
    }

    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = Field.orNull(credentialsId);
    }

    public boolean isFailOnRefuse() {
        return failOnRefuse;
    }

    @DataBoundSetter
    public void setFailOnRefuse(boolean failOnRefuse) {
        this.failOnRefuse = failOnRefuse;
    }

    /** What every gate needs of the build around it. */
    abstract static class Type extends StepDescriptor {
        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class, FlowNode.class);
        }
    }
}
