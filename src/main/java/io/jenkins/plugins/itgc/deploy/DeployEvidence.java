package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.Evidence;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What decides whether a deploy may begin now.
 *
 * @param change what is to be deployed
 * @param target where
 * @param deploy name of the deploy; null while it has no place in the queue
 * @param script the script that would carry it out
 * @param ahead deploys of the same target that came first and have not ended
 * @param expectedWait estimate of how long these take; null when nothing is known to estimate from
 * @param hold what stops the target; null when nothing does
 * @param earlier the environment that the commit must have been deployed to before; null when there is none
 * @param rollback what is gone back to; null for a deploy of something new
 * @param verification the last look at gates and branch; null while it is not yet this deploy's turn
 */
public record DeployEvidence(
        Change change,
        DeployTarget target,
        @Nullable String deploy,
        ScriptOrigin script,
        List<Ahead> ahead,
        @Nullable Duration expectedWait,
        @Nullable Hold hold,
        @Nullable Earlier earlier,
        @Nullable Rollback rollback,
        @Nullable Verification verification)
        implements Evidence {
    public DeployEvidence {
        ahead = List.copyOf(ahead);
    }

    /**
     * A deploy that came first.
     *
     * @param deploy its name
     * @param build the build that asked for it
     * @param state how far it is
     */
    public record Ahead(String deploy, String build, DeployState state) {}

    /**
     * The environment before this one.
     *
     * @param environment its name
     * @param reached whether the commit was deployed there with success
     */
    public record Earlier(String environment, boolean reached) {}

    /**
     * A way back.
     *
     * @param deploy the good deploy of that commit; null when the ledger knows none
     */
    public record Rollback(@Nullable String deploy) {}

    /**
     * The last look.
     *
     * @param gates each gate that the environment requires
     * @param branch the production branch
     * @param onBranch whether it still contains the commit
     */
    public record Verification(List<GateCheck> gates, String branch, boolean onBranch) {
        public Verification {
            gates = List.copyOf(gates);
        }
    }
}
