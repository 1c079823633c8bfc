package io.jenkins.plugins.itgc.migration;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Ground;
import io.jenkins.plugins.itgc.gate.Topic;
import io.jenkins.plugins.itgc.ledger.event.CommitBody;
import io.jenkins.plugins.itgc.ledger.event.TreeBody;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The migration gate: does every database hold what the change needs. */
public final class MigrationGate implements Gate<MigrationEvidence> {
    /** Name of this gate in the ledger. */
    public static final String NAME = "migration";

    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final Change subject;
    private final MigrationPolicy policy;
    private final MigrationReader reader;
    private final MigrationJudge judge;

    /** @param subject the change as far as it is known */
    public MigrationGate(Change subject, MigrationPolicy policy, MigrationReader reader) {
        this.subject = subject;
        this.policy = policy;
        this.reader = reader;
        this.judge = new MigrationJudge(policy);
    }

    /** What is heard of when somebody migrated a database. */
    public static Topic topic(String database) {
        return new Topic("migration:" + database);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Change subject() {
        return subject;
    }

    @Override
    public MigrationEvidence gather() throws EvidenceUnavailable, InterruptedException {
        return reader.read();
    }

    @Override
    public Explanation judge(MigrationEvidence evidence) {
        return judge.judge(evidence);
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(topic(policy.database()));
    }

    /** What the databases hold is judged anew; the change and its migrations must still be the same. */
    @Override
    public Map<Ground, Object> restsOn(MigrationEvidence evidence) {
        Map<Ground, Object> grounds = new HashMap<>();
        grounds.put(
                Ground.the(Ground.Part.COMMIT),
                List.of(
                        CommitBody.of(evidence.change().readCommit()),
                        TreeBody.of(evidence.change().readTree())));
        evidence.files()
                .forEach(file ->
                        grounds.put(new Ground(Ground.Part.MIGRATION, file.path()), MigrationWire.changedFile(file)));
        return grounds;
    }

    @Override
    public Instant recheckAt(MigrationEvidence evidence, Instant now) {
        return now.plus(AGAIN);
    }

    /** A database that is down may be up again soon; a statement that cannot be judged stays so. */
    @Override
    public @Nullable Instant retryAt(MigrationEvidence evidence, Instant now) {
        boolean down = evidence.targets().stream().anyMatch(target -> target.unreachable() != null);
        return down ? now.plus(AGAIN) : null;
    }
}
