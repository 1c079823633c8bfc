package io.jenkins.plugins.itgc.jenkins.steps;

import hudson.model.Run;
import io.jenkins.plugins.itgc.jenkins.config.DatabaseEntry;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.review.policy.InvalidPolicy;
import java.io.IOException;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** What a {@code requireMigration} step was asked for. */
final class MigrationCall implements GateCall {
    private static final long serialVersionUID = 1L;

    private final String database;
    private final String environment;
    private final String service;
    private final SaidChange subject;
    private final Boolean waits;
    private final boolean failOnRefuse;

    MigrationCall(RequireMigrationStep asked) {
        this.database = asked.getDatabase();
        this.environment = asked.getEnvironment();
        this.service = asked.getService();
        this.subject = asked.change();
        this.waits = asked.getWait();
        this.failOnRefuse = asked.isFailOnRefuse();
    }

    @Override
    public OpenGate<?> open(StepContext context) throws IOException, InterruptedException {
        return Configured.by(() -> opened(context));
    }

    private OpenGate<?> opened(StepContext context) throws IOException, InterruptedException {
        EnvironmentEntry entry = ItgcConfiguration.get().environment(environment);
        Run<?, ?> build = context.get(Run.class);
        ChangeOfBuild change = ChangeOfBuild.find(build, subject, entry, service);
        return OpenMigration.of(change, database(entry), waits);
    }

    private DatabaseEntry database(EnvironmentEntry entry) {
        List<DatabaseEntry> all = entry.getDatabases();
        return all.stream()
                .filter(candidate -> candidate.getName().equals(database) || (database == null && all.size() == 1))
                .findFirst()
                .orElseThrow(() -> new InvalidPolicy(
                        "databases",
                        "there is no database \"" + database + "\" in the configuration of the environment \""
                                + entry.getName() + "\""));
    }

    @Override
    public String environment() {
        return environment;
    }

    @Override
    public String service() {
        return service;
    }

    @Override
    public boolean failOnRefuse() {
        return failOnRefuse;
    }
}
