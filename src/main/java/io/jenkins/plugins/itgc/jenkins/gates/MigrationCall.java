package io.jenkins.plugins.itgc.jenkins.gates;


import hudson.model.Run;
import io.jenkins.plugins.itgc.jenkins.config.DatabaseEntry;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.review.policy.InvalidPolicy;
import java.io.IOException;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** What a {@code requireMigration} step was asked for. */
public final class MigrationCall implements GateCall {
    private static final long serialVersionUID = 1L;

    private final String database;
    private final String environment;
    private final String service;
    private final ChangeParameters subject;
    private final Boolean waits;
    private final boolean failOnRefuse;

    /**
     * What the pipeline asked for.
     *
     * @param database the configured database; null for the only one
     * @param waits whether to wait until it is migrated; null as the configuration says
     */
    public MigrationCall(
            String environment, String service, ChangeParameters subject, boolean failOnRefuse, String database, Boolean waits) {
        this.database = database;
        this.environment = environment;
        this.service = service;
        this.subject = subject;
        this.waits = waits;
        this.failOnRefuse = failOnRefuse;
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
