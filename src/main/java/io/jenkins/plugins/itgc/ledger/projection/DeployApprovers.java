package io.jenkins.plugins.itgc.ledger.projection;

import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.ledger.fold.ApprovalFold;
import io.jenkins.plugins.itgc.ledger.fold.DeployFold;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By whose approvals a deploy began: those by which a request for its commit was complete for its own build before it began;
 * where the build is not named so, for any. What was answered to a request that became void, or afterwards, did not open it.
 */
final class DeployApprovers {
    private static final String APPROVAL = "approval";

    private DeployApprovers() {}

    static List<String> of(long id, Rows rows) throws SQLException {
        DeployFold deploy = DeployRow.read(id, rows);
        if (deploy == null || !restsOnApproval(deploy)) {
            return List.of();
        }
        Long began = beganBy(deploy);
        Optional<Made> made = rows.first(
                row -> new Made(row.getString(1), row.getLong(2)),
                "SELECT request, act.sequence FROM approval_act act JOIN approval USING (request) WHERE act.act = 'completed'"
                        + " AND commit_id = ?1 AND environment = ?2 AND repository = lower(?3) AND (service IS NULL OR service = ?4)"
                        + " AND act.at <= ?5 AND NOT EXISTS (SELECT 1 FROM approval_act over WHERE over.request = act.request"
                        + " AND over.act = 'voided' AND over.at <= ?5)"
                        + " ORDER BY act.actor = ?6 DESC, act.sequence DESC LIMIT 1",
                deploy.body().commit(),
                deploy.target().environment(),
                deploy.body().repository(),
                deploy.target().service(),
                began == null ? Long.MAX_VALUE : began,
                Actor.build(deploy.build()).text());
        return made.isEmpty() ? List.of() : approvers(made.get(), began, rows);
    }

    /** Where a request was made complete. */
    private record Made(String request, long sequence) {}

    /** Of those whose approvals made it complete, whoever did not take it back before the deploy began. */
    private static List<String> approvers(Made made, @Nullable Long began, Rows rows) throws SQLException {
        List<String> named = ApprovalRow.upTo(made.request(), Long.MAX_VALUE, made.sequence(), rows)
                .map(ApprovalFold::approvers)
                .orElse(List.of());
        Set<String> then = ApprovalRow.upTo(
                        made.request(), began == null ? Long.MAX_VALUE : began, Long.MAX_VALUE, rows)
                .map(ApprovalFold::approving)
                .orElse(Set.of());
        return named.stream().filter(then::contains).toList();
    }

    /** A deploy names the gates that it rests on; those of a demo of an early version named none. */
    private static boolean restsOnApproval(DeployFold deploy) {
        return deploy.body().gates().isEmpty()
                ? !deploy.body().rollback()
                : deploy.body().gates().stream().anyMatch(pass -> pass.gate().equals(APPROVAL));
    }

    /** Null while it may still begin. */
    private static @Nullable Long beganBy(DeployFold deploy) {
        return Projector.millis(deploy.startedAt() != null ? deploy.startedAt() : deploy.finishedAt());
    }
}
