package io.jenkins.plugins.itgc.jenkins.gates;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.model.Run;
import hudson.security.ACL;
import io.jenkins.plugins.itgc.connect.database.DatabaseTarget;
import io.jenkins.plugins.itgc.connect.database.Databases;
import io.jenkins.plugins.itgc.deploy.LedgerDeployments;
import io.jenkins.plugins.itgc.deploy.OpenGate;
import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.DatabaseEntry;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.config.TargetEntry;
import io.jenkins.plugins.itgc.ledger.event.RulingEvent;
import io.jenkins.plugins.itgc.migration.ChangedFile;
import io.jenkins.plugins.itgc.migration.Coverage;
import io.jenkins.plugins.itgc.migration.MigrationEvidence;
import io.jenkins.plugins.itgc.migration.MigrationGate;
import io.jenkins.plugins.itgc.migration.MigrationPolicy;
import io.jenkins.plugins.itgc.migration.MigrationReader;
import io.jenkins.plugins.itgc.migration.MigrationWire;
import io.jenkins.plugins.itgc.review.policy.InvalidPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** What a {@code requireMigration} step was asked for. */
public final class MigrationCall extends AbstractGateCall {
    private static final long serialVersionUID = 1L;

    private final String database;
    private final ChangeParameters subject;
    private final Boolean waits;

    /**
     * What the pipeline asked for.
     *
     * @param database the configured database; null for the only one
     * @param waits whether to wait until it is migrated; null as the configuration says
     */
    public MigrationCall(
            String environment,
            String service,
            ChangeParameters subject,
            boolean failOnRefuse,
            String database,
            Boolean waits) {
        super(environment, service, failOnRefuse);
        this.database = database;
        this.subject = subject;
        this.waits = waits;
    }

    @Override
    OpenGate<?> opened(StepContext context) throws IOException, InterruptedException {
        EnvironmentEntry entry = ItgcConfiguration.get().environment(environment());
        Run<?, ?> build = context.get(Run.class);
        ChangeOfBuild change = ChangeOfBuild.find(build, subject, entry, service());
        return Opened.of(change, database(entry), coverage(entry, change), waits);
    }

    private Coverage coverage(EnvironmentEntry entry, ChangeOfBuild change) {
        return new Coverage(
                entry.needsMigration(), policies(entry.databasesOf(service()).stream()), () -> others(entry, change));
    }

    private static List<MigrationPolicy> others(EnvironmentEntry entry, ChangeOfBuild change) {
        Set<String> neighbours = new LedgerDeployments(ItgcServices.get().ledger())
                .services(change.unread().repository(), entry.getName());
        return policies(entry.getDatabases().stream()
                .filter(database -> neighbours.stream().anyMatch(database::holds)));
    }

    private static List<MigrationPolicy> policies(Stream<DatabaseEntry> databases) {
        return databases.map(database -> database.policy(null)).toList();
    }

    private DatabaseEntry database(EnvironmentEntry entry) {
        List<DatabaseEntry> all = entry.databasesOf(service());
        return all.stream()
                .filter(candidate -> candidate.getName().equals(database) || (database == null && all.size() == 1))
                .findFirst()
                .orElseThrow(() -> new InvalidPolicy("databases", noSuch(entry, all)));
    }

    private Message noSuch(EnvironmentEntry entry, List<DatabaseEntry> all) {
        List<String> names = all.stream().map(DatabaseEntry::getName).toList();
        if (service() == null) {
            return Message.of("review.policy.no-database", String.valueOf(database), entry.getName());
        }
        if (names.isEmpty()) {
            return Message.of("review.policy.no-databases", service(), entry.getName());
        }
        return database == null
                ? Message.of("review.policy.several-databases", service(), entry.getName(), names)
                : Message.of("review.policy.other-database", database, service(), entry.getName(), names);
    }

    /** The migration gate, connected to the repository and to the configured databases. */
    private static final class Opened implements OpenGate<MigrationEvidence> {
        private static final Duration PATIENCE = Duration.ofHours(1);

        private final MigrationGate gate;
        private final MigrationPolicy policy;
        private final String service;

        private Opened(MigrationGate gate, MigrationPolicy policy, String service) {
            this.gate = gate;
            this.service = service;
            this.policy = policy;
        }

        static Opened of(ChangeOfBuild change, DatabaseEntry database, Coverage coverage, Boolean waits) {
            MigrationPolicy policy = database.policy(waits);
            List<DatabaseTarget> targets = database.getTargets().stream()
                    .map(target -> new DatabaseTarget(target.getName(), target.getUrl(), () -> login(target)))
                    .toList();
            MigrationReader reader = new MigrationReader(
                    policy,
                    coverage,
                    new FilesOfBuild(change),
                    new Databases(targets, ItgcServices.get().reads()));
            return new Opened(new MigrationGate(change.unread(), policy, reader), policy, change.service());
        }

        /** The administrator names these, not the pipeline, so they need not be visible to the job. */
        private static Optional<DatabaseTarget.Login> login(TargetEntry target) {
            StandardUsernamePasswordCredentials found =
                    target.getCredentialsId().isEmpty()
                            ? null
                            : CredentialsProvider.findCredentialByIdInItemGroup(
                                    target.getCredentialsId(),
                                    StandardUsernamePasswordCredentials.class,
                                    Jenkins.get(),
                                    ACL.SYSTEM2,
                                    List.of());
            return Optional.ofNullable(found)
                    .map(login -> new DatabaseTarget.Login(
                            login.getUsername(), login.getPassword().getPlainText()));
        }

        @Override
        public Gate<MigrationEvidence> gate() {
            return gate;
        }

        @Override
        public RulingEvent event(Gate.Judgement<MigrationEvidence> judgement, Map<String, String> grounds) {
            return MigrationWire.event(judgement, policy, service, grounds);
        }

        @Override
        public Duration patience() {
            return PATIENCE;
        }

        @Override
        public Map<String, Object> result(MigrationEvidence evidence) {
            return Map.of(
                    "migrations",
                    new ArrayList<>(
                            evidence.files().stream().map(ChangedFile::path).toList()));
        }

        @Override
        public String publish(Ruling ruling) {
            return "Nothing was written to the databases.";
        }
    }
}
