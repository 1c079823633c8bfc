package io.jenkins.plugins.itgc.migration;

import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.ledger.event.ChangeBody;
import io.jenkins.plugins.itgc.ledger.event.CommitBody;
import io.jenkins.plugins.itgc.ledger.event.Known;
import io.jenkins.plugins.itgc.ledger.event.MessageBody;
import io.jenkins.plugins.itgc.ledger.event.MigrationBody;
import io.jenkins.plugins.itgc.ledger.event.RulingBody;
import io.jenkins.plugins.itgc.ledger.event.RulingEvent;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns what the migration gate knows into what the ledger keeps. */
public final class MigrationWire {
    private MigrationWire() {}

    /**
     * A ruling of this gate as the ledger keeps it.
     *
     * @param service what is deployed; null when that is not said
     * @param grounds hashes of what a pass rests on
     */
    public static RulingEvent.Migration event(
            Gate.Judgement<MigrationEvidence> judgement,
            MigrationPolicy policy,
            @Nullable String service,
            Map<String, String> grounds) {
        Ruling ruling = judgement.ruling();
        return new RulingEvent.Migration(
                Subject.OfChange.of(ruling.change()),
                RulingBody.of(
                        ruling,
                        service,
                        policy(policy),
                        Known.map(judgement.evidence(), MigrationWire::evidence),
                        grounds));
    }

    static MigrationBody.Evidence evidence(MigrationEvidence value) {
        return new MigrationBody.Evidence(
                ChangeBody.of(value.change()),
                Known.map(value.base(), CommitBody::of),
                value.files().stream().map(MigrationWire::changedFile).toList(),
                value.uncovered(),
                value.targets().stream().map(MigrationWire::target).toList());
    }

    static MigrationBody.ChangedFile changedFile(ChangedFile value) {
        return new MigrationBody.ChangedFile(value.path(), fileKind(value.kind()), value.previousPath(), value.blob());
    }

    static MigrationBody.FileKind fileKind(ChangedFile.Kind value) {
        return MigrationBody.FileKind.valueOf(value.name());
    }

    static MigrationBody.Target target(TargetState value) {
        return new MigrationBody.Target(
                value.target(),
                value.requirements().stream().map(MigrationWire::requirement).toList(),
                Known.map(value.unreachable(), Message::english),
                value.warnings().stream().map(Message::english).toList(),
                Known.map(value.unreachable(), MessageBody::of),
                value.warnings().isEmpty()
                        ? null
                        : value.warnings().stream().map(MessageBody::of).toList());
    }

    static MigrationBody.Requirement requirement(Requirement value) {
        Message why = value.why();
        return new MigrationBody.Requirement(
                value.what().english(),
                requirementState(value.state()),
                why == null ? "" : why.english(),
                MessageBody.of(value.what()),
                Known.map(why, MessageBody::of));
    }

    static MigrationBody.RequirementState requirementState(Requirement.State value) {
        return MigrationBody.RequirementState.valueOf(value.name());
    }

    /** As it was judged; of an entry that keeps sentences alone, these. */
    static Requirement requirement(MigrationBody.Requirement value) {
        Requirement.State state = requirementState(value.state());
        return new Requirement(
                MessageBody.message(value.name(), value.what()),
                state,
                state == Requirement.State.APPLIED ? null : MessageBody.message(value.reason(), value.detail()));
    }

    static Requirement.State requirementState(MigrationBody.RequirementState value) {
        return Requirement.State.valueOf(value.name());
    }

    static MigrationBody.Policy policy(MigrationPolicy value) {
        return new MigrationBody.Policy(
                value.database(),
                tool(value.tool()),
                value.files(),
                value.versionTable(),
                value.targets(),
                value.contact(),
                value.waits());
    }

    static MigrationBody.Tool tool(Tool value) {
        return MigrationBody.Tool.valueOf(value.name());
    }
}
