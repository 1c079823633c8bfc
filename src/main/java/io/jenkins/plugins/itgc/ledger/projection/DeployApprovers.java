package io.jenkins.plugins.itgc.ledger.projection;

import io.jenkins.plugins.itgc.ledger.event.Recorded;
import io.jenkins.plugins.itgc.ledger.fold.ApprovalFold;
import io.jenkins.plugins.itgc.ledger.fold.DeployFold;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * By whose approvals a deploy began: those of the request for its commit that was complete last before it began. What was
 * answered to a request that became void, or afterwards, did not open it.
 */
final class DeployApprovers {
    private static final String APPROVAL = "approval";

    private DeployApprovers() {}

    static List<String> of(long id, Rows rows) throws SQLException {
        DeployFold deploy = DeployRow.read(id, rows);
        if (deploy == null || !restsOnApproval(deploy)) {
            return List.of();
        }
        List<String> requests = rows.list(
                row -> row.getString(1),
                "SELECT request FROM approval WHERE commit_id = ? AND environment = ? AND repository = ?"
                        + " AND (service IS NULL OR service = ?)",
                deploy.body().commit(),
                deploy.target().environment(),
                deploy.body().repository(),
                deploy.target().service());
        Recorded<?> last = null;
        List<String> approvers = List.of();
        for (String request : requests) {
            Optional<ApprovalFold> fold = ApprovalRow.asOf(request, beganBy(deploy), rows);
            Recorded<?> made = fold.map(ApprovalFold::completed).orElse(null);
            if (made != null && (last == null || made.sequence() > last.sequence())) {
                last = made;
                approvers = fold.orElseThrow().approvers();
            }
        }
        return approvers;
    }

    /** A deploy names the gates that it rests on; those of a demo of an early version named none. */
    private static boolean restsOnApproval(DeployFold deploy) {
        return deploy.body().gates().isEmpty()
                ? !deploy.body().rollback()
                : deploy.body().gates().stream().anyMatch(pass -> pass.gate().equals(APPROVAL));
    }

    /** Null while it may still begin. */
    private static @Nullable Instant beganBy(DeployFold deploy) {
        return deploy.startedAt() != null ? deploy.startedAt() : deploy.finishedAt();
    }
}
