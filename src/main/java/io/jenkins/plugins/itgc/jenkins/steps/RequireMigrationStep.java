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

/** The {@code requireMigration} step: waits until the databases hold what the change needs. */
public class RequireMigrationStep extends Step {
    private String environment;
    private String service;
    private String database;
    private Boolean wait;
    private String repository;
    private Integer pullRequest;
    private String commit;
    private String credentialsId;
    private boolean failOnRefuse = true;

    @DataBoundConstructor
    public RequireMigrationStep() {}

    @Override
    public StepExecution start(StepContext context) {
        ReviewCall.Subject subject = new ReviewCall.Subject(repository, pullRequest, commit, credentialsId);
        MigrationCall call = new MigrationCall(this, subject);
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

    public String getDatabase() {
        return database;
    }

    @DataBoundSetter
    public void setDatabase(String database) {
        this.database = blankToNull(database);
    }

    /** Null for what the configuration of the database says. */
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
            return "requireMigration";
        }

        @Override
        public String getDisplayName() {
            return Messages.RequireMigrationStep_displayName();
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, TaskListener.class, FlowNode.class);
        }
    }
}
