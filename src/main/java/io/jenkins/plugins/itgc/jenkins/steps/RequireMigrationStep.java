package io.jenkins.plugins.itgc.jenkins.steps;

import hudson.Extension;
import io.jenkins.plugins.itgc.jenkins.gates.MigrationCall;
import io.jenkins.plugins.itgc.text.Field;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** The {@code requireMigration} step: waits until the databases hold what the change needs. */
public class RequireMigrationStep extends GateStep {
    private String database;
    private Boolean wait;

    /** The step with nothing said yet; the setters say the rest. */
    @DataBoundConstructor
    public RequireMigrationStep() {}

    @Override
    public StepExecution start(StepContext context) {
        MigrationCall call =
                new MigrationCall(getEnvironment(), getService(), change(), isFailOnRefuse(), getDatabase(), getWait());
        return new GateStepExecution(call, context);
    }

    /** Name of the database in the configuration of the environment; null for the only one. */
    public String getDatabase() {
        return database;
    }

    /** @param database name in the configuration of the environment; empty when there is only one */
    @DataBoundSetter
    public void setDatabase(String database) {
        this.database = Field.orNull(database);
    }

    /** Null for what the configuration of the database says. */
    public Boolean getWait() {
        return wait;
    }

    /**
     * @param wait whether to wait until the migrations are applied, or to refuse while one is missing; null for what
     *     the configuration says
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
            return "requireMigration";
        }

        @Override
        public String getDisplayName() {
            return Messages.RequireMigrationStep_displayName();
        }
    }
}
