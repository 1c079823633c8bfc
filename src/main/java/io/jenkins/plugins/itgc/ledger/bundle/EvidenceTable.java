package io.jenkins.plugins.itgc.ledger.bundle;

import io.jenkins.plugins.itgc.ledger.event.ApprovalEvent;
import io.jenkins.plugins.itgc.ledger.event.ChangeBody;
import io.jenkins.plugins.itgc.ledger.event.Event;
import io.jenkins.plugins.itgc.ledger.event.ExplanationBody;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import io.jenkins.plugins.itgc.ledger.event.RulingBody;
import io.jenkins.plugins.itgc.ledger.event.RulingEvent;
import io.jenkins.plugins.itgc.ledger.event.WindowEvent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The evidence: what every gate said, and every act of a person that gates count. Joined to deploys by the build. */
final class EvidenceTable implements Table {
    private record Cells(
            @Nullable String decision,
            @Nullable String repository,
            @Nullable String commit,
            @Nullable String environment,
            @Nullable String service,
            @Nullable String build,
            @Nullable String person,
            @Nullable String channel,
            @Nullable String reason,
            String rules) {
        static final Cells NONE = new Cells(null, null, null, null, null, null, null, null, null, "");
    }

    @Override
    public List<String> columns() {
        return List.of(
                "entry",
                "time",
                "kind",
                "decision",
                "repository",
                "commit",
                "environment",
                "service",
                "build",
                "person",
                "channel",
                "reason",
                "rules",
                "filed under",
                "actor",
                "entry hash");
    }

    @Override
    public List<List<Object>> rows(Recorded<Event> recorded) {
        Cells cells = cells(recorded.event());
        return cells == null ? List.of() : List.of(row(recorded, cells));
    }

    /** Null for what is no evidence. */
    private static @Nullable Cells cells(Event event) {
        if (event instanceof RulingEvent ruling) {
            return ofRuling(ruling.body());
        }
        if (event instanceof Event.Archived) {
            return new Cells("(archived)", null, null, null, null, null, null, null, null, "");
        }
        if (event instanceof ApprovalEvent.Requested requested) {
            ApprovalEvent.Request body = requested.body();
            return new Cells(null, null, null, null, body.service(), body.build(), null, null, null, "");
        }
        if (event instanceof ApprovalEvent.Act act) {
            return ofAct(act.body());
        }
        if (event instanceof WindowEvent.Overridden overridden) {
            return ofOverride(overridden.body());
        }
        return event instanceof ApprovalEvent ? Cells.NONE : null;
    }

    private static Cells ofAct(ApprovalEvent.Answer body) {
        ApprovalEvent.Told told = body.told();
        return told == null
                ? new Cells(null, null, null, null, null, null, body.person(), body.channel(), body.reason(), "")
                : new Cells(
                        null,
                        told.repository(),
                        told.commit(),
                        told.environment(),
                        told.service(),
                        null,
                        body.person(),
                        body.channel(),
                        body.reason(),
                        "");
    }

    private static Cells ofRuling(RulingBody<?, ?> body) {
        ChangeBody change = body.change();
        boolean named = change != null && change.repository() != null;
        return new Cells(
                body.decision(),
                named ? change.repository().text() : null,
                change == null || change.commit() == null
                        ? null
                        : change.commit().sha(),
                change == null ? null : change.environment(),
                body.service(),
                null,
                null,
                null,
                body.reason(),
                body.explanation() == null ? "" : rules(body.explanation()));
    }

    private static Cells ofOverride(WindowEvent.OverrideBody body) {
        return new Cells(
                null,
                body.repository(),
                body.commit(),
                body.environment(),
                body.service(),
                null,
                body.person(),
                null,
                body.reason(),
                "");
    }

    private static List<Object> row(Recorded<Event> recorded, Cells cells) {
        return Arrays.asList(
                recorded.sequence(),
                recorded.at(),
                recorded.entry().kind(),
                cells.decision,
                cells.repository,
                cells.commit,
                cells.environment,
                cells.service,
                cells.build == null ? recorded.actor().build().orElse(null) : cells.build,
                cells.person,
                cells.channel,
                cells.reason,
                cells.rules,
                recorded.entry().subject(),
                recorded.entry().actor(),
                recorded.entry().hash());
    }

    /** Every rule with its outcome, the innermost only. */
    private static String rules(ExplanationBody explanation) {
        return explanation.children().isEmpty()
                ? explanation.rule() + ": " + explanation.outcome()
                : explanation.children().stream().map(EvidenceTable::rules).collect(Collectors.joining("; "));
    }
}
