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

    /** Which change the pipeline named; all null for that of the build. */
    public final ChangeParameters change() {
        return new ChangeParameters(repository, pullRequest, commit, credentialsId);
    }

    /** Name of the environment whose rules apply; null for the only one that is configured. */
    public String getEnvironment() {
        return environment;
    }

    /** @param environment name of the environment whose rules apply; empty when only one is configured */
    @DataBoundSetter
    public void setEnvironment(String environment) {
        this.environment = Field.orNull(environment);
    }

    /** What is deployed; null when the pipeline does not say. */
    public String getService() {
        return service;
    }

    /**
     * @param service what is deployed; on the production branch every commit since its last deploy to the environment
     *     counts
     */
    @DataBoundSetter
    public void setService(String service) {
        this.service = Field.orNull(service);
    }

    /** The repository as {@code owner/name}; null for that of the branch source. */
    public String getRepository() {
        return repository;
    }

    /**
     * @param repository {@code owner/name}; only for jobs without a GitHub branch source, with a pull request or a
     *     commit
     */
    @DataBoundSetter
    public void setRepository(String repository) {
        this.repository = Field.orNull(repository);
    }

    /** Number of the pull request that is asked about; null for none. */
    public Integer getPullRequest() {
        return pullRequest;
    }

    /** @param pullRequest number of the pull request to ask about; goes with a repository */
    @DataBoundSetter
    public void setPullRequest(Integer pullRequest) {
        this.pullRequest = pullRequest;
    }

    /** Full id of the commit of the production branch that is asked about; null for none. */
    public String getCommit() {
        return commit;
    }

    /** @param commit full id of the commit of the production branch to ask about; goes with a repository */
    @DataBoundSetter
    public void setCommit(String commit) {
        this.commit = Field.orNull(commit);
    }

    /**
     * Id of the credentials to read GitHub with; null for those of the branch source or of the global configuration.
     */
    public String getCredentialsId() {
        return credentialsId;
    }

    /**
     * @param credentialsId of the credentials to read GitHub with; empty for those of the branch source or of the
     *     configuration
     */
    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = Field.orNull(credentialsId);
    }

    /** Whether a refusal fails the build, as it does unless the pipeline says otherwise. */
    public boolean isFailOnRefuse() {
        return failOnRefuse;
    }

    /**
     * @param failOnRefuse false to have the step return a refusal as {@code verdict} and {@code findings}; what could
     *     not be judged fails the build in any case
     */
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
