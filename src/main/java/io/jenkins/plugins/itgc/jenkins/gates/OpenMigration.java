package io.jenkins.plugins.itgc.jenkins.gates;

import io.jenkins.plugins.itgc.migration.MigrationWire;
import io.jenkins.plugins.itgc.ledger.event.RulingEvent;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.security.ACL;
import io.jenkins.plugins.itgc.connect.database.DatabaseTarget;
import io.jenkins.plugins.itgc.connect.database.Databases;
import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.DatabaseEntry;
import io.jenkins.plugins.itgc.jenkins.config.TargetEntry;
import io.jenkins.plugins.itgc.migration.ChangedFile;
import io.jenkins.plugins.itgc.migration.MigrationEvidence;
import io.jenkins.plugins.itgc.migration.MigrationGate;
import io.jenkins.plugins.itgc.migration.MigrationPolicy;
import io.jenkins.plugins.itgc.migration.MigrationReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jenkins.model.Jenkins;

/** The migration gate, connected to the repository and to the configured databases. */
final class OpenMigration implements OpenGate<MigrationEvidence> {
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final MigrationGate gate;
    private final MigrationPolicy policy;
    private final String service;

    private OpenMigration(MigrationGate gate, MigrationPolicy policy, String service) {
        this.gate = gate;
        this.service = service;
        this.policy = policy;
    }

    static OpenMigration of(ChangeOfBuild change, DatabaseEntry database, Boolean waits) {
        MigrationPolicy policy = database.policy(waits);
        List<DatabaseTarget> targets = database.getTargets().stream()
                .map(target -> new DatabaseTarget(target.getName(), target.getUrl(), () -> login(target)))
                .toList();
        MigrationReader reader = new MigrationReader(
                policy, new FilesOfBuild(change), new Databases(targets, ItgcServices.get().reads()));
        return new OpenMigration(new MigrationGate(change.unread(), policy, reader), policy, change.service());
    }

    /** The administrator names these, not the pipeline, so they need not be visible to the job. */
    private static Optional<DatabaseTarget.Login> login(TargetEntry target) {
        StandardUsernamePasswordCredentials found = target.getCredentialsId().isEmpty()
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
                new ArrayList<>(evidence.files().stream().map(ChangedFile::path).toList()));
    }

    @Override
    public String publish(Ruling ruling) {
        return "Nothing was written to the databases.";
    }
}
