package io.jenkins.plugins.itgc.ledger.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the ledger keeps of the deploy gate: its evidence and the policy it judged by. */
public interface DeployBody {

    /**
     * What decides whether a deploy may begin now.
     *
     * @param change what is to be deployed
     * @param target where
     * @param deploy name of the deploy
     * @param script the script that would carry it out
     * @param ahead deploys of the same target that came first and have not ended
     * @param expectedWait estimate of how long these take; null when nothing is known to estimate from
     * @param hold what stops the target; null when nothing does
     * @param earlier the environment that the commit must have been deployed to before; null when there is none
     * @param rollback what is gone back to; null for a deploy of something new
     * @param verification the last look at gates and branch; null while it is not yet this deploy's turn
     */
    record Evidence(
            @Nullable ChangeBody change,
            Target target,
            @Nullable String deploy,
            Script script,
            List<Ahead> ahead,
            @Nullable Duration expectedWait,
            @Nullable Hold hold,
            @Nullable Earlier earlier,
            @Nullable Rollback rollback,
            @Nullable Verification verification) {
        public Evidence {
            ahead = OrEmpty.list(ahead);
        }
    }

    /**
     * Where deploys go one at a time.
     *
     * @param service what is deployed
     * @param environment where to
     */
    record Target(String service, String environment) {}

    /**
     * Where the script that a build runs comes from. The body of a deploy is a part of it: what the gates say of a commit is
     * worth something only when the script is one that they, or an administrator, could see.
     *
     * @param job full name of the job
     * @param repeated whether the build runs the kept script of an earlier build, which somebody may have edited
     * @param head what of a repository it builds; null for a job without a branch source
     */
    record Script(String job, boolean repeated, @Nullable Head head) {}

    /**
     * What a branch source found.
     *
     * @param branch whether it is a plain branch, and neither a pull request nor a tag
     * @param name its name; a pull request or a tag may bear the name of a branch
     * @param repository where it is; null when it is not on GitHub
     * @param commit the commit that is built; null when Jenkins does not tell, or it is not one of a branch
     * @param judged whether gates opened that commit for the target: in this build, or for an earlier deploy of it
     */
    record Head(
            boolean branch,
            String name,
            @Nullable RepositoryBody repository,
            @Nullable CommitBody commit,
            boolean judged) {}

    /**
     * A deploy that came first.
     *
     * @param deploy its name
     * @param build the build that asked for it
     * @param state how far it is
     */
    record Ahead(String deploy, String build, State state) {}

    /** How far a deploy is. Each state but the first has an entry in the ledger of its own kind. */
    enum State {
        /** It waits in the queue, or its gates are verified. */
        REQUESTED,
        /** It runs. */
        STARTED,
        /** It ended well. */
        SUCCEEDED,
        /** It failed. */
        FAILED,
        /** Somebody stopped it, before or while it ran. */
        ABORTED,
        /** The controller lost sight of it while it ran. */
        UNKNOWN
    }

    /**
     * Somebody has stopped the deploys of an environment, or of one service there.
     *
     * @param environment where
     * @param service the only service that is held; null for all
     * @param owner id of the user who did
     * @param reason why, as written
     * @param until when it ends by itself; null for when somebody releases it
     */
    record Hold(
            String environment,
            @Nullable String service,
            String owner,
            String reason,
            @Nullable Instant until) {}

    /**
     * The environment before this one.
     *
     * @param environment its name
     * @param reached whether the commit was deployed there with success
     */
    record Earlier(String environment, boolean reached) {}

    /**
     * A way back.
     *
     * @param deploy the good deploy of that commit; null when the ledger knows none
     */
    record Rollback(@Nullable String deploy) {
        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        public Rollback {}

        /** Reads what the refusal of a script said in its first form: only whether it is a rollback. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static @Nullable Rollback parse(boolean rollback) {
            return rollback ? new Rollback(null) : null;
        }
    }

    /**
     * The last look.
     *
     * @param gates each gate that the environment requires
     * @param branch the production branch
     * @param onBranch whether it still contains the commit
     */
    record Verification(List<Check> gates, String branch, boolean onBranch) {
        public Verification {
            gates = OrEmpty.list(gates);
        }
    }

    /**
     * What the last look at one required gate gave.
     *
     * @param gate name of the gate
     * @param part what of it, such as the name of a database; left out where a gate is asked for one thing
     * @param recorded its pass in this build; null when the ledger holds none
     * @param fresh what it says now; null when it was not asked again
     * @param changed names of what its pass rested on and is not as it was
     */
    record Check(
            String gate,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String part,

            @Nullable Pass recorded,
            @Nullable ExplanationBody fresh,
            List<String> changed) {
        public Check {
            changed = OrEmpty.list(changed);
        }
    }

    /**
     * A pass as the ledger holds it. Read from there, and not from the build, because the build's files can be written by
     * hand.
     *
     * @param gate name of the gate
     * @param evidenceId the entry, sequence and hash
     * @param change what passed
     * @param service what it is the deploy of; null when it was judged outside a deploy
     * @param opensDeploy whether it has a meaning for production
     * @param grounds what must not have changed since
     * @param pullRequests carried pull requests; empty when this gate does not read them
     * @param tickets tickets that these name; empty when this gate does not read them
     */
    record Pass(
            String gate,
            String evidenceId,
            ChangeBody change,
            @Nullable String service,
            boolean opensDeploy,
            GroundsBody grounds,
            List<DeployedPullRequest> pullRequests,
            List<DeployedTicket> tickets) {
        public Pass {
            pullRequests = OrEmpty.list(pullRequests);
            tickets = OrEmpty.list(tickets);
        }
    }

    /**
     * What the environment asks for.
     *
     * @param productionBranch the branch that must contain the commit
     * @param requiredGates names of the gates that must have passed
     * @param databases names of the databases for each of which the migration gate must have passed; left out where there are none
     * @param earlierEnvironment where the same commit must have been deployed before; null for nowhere
     * @param jobs the jobs whose builds may deploy there
     */
    record Policy(
            String productionBranch,
            List<String> requiredGates,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> databases,
            @Nullable String earlierEnvironment,
            Jobs jobs) {
        public Policy {
            requiredGates = OrEmpty.list(requiredGates);
            databases = OrEmpty.list(databases);
        }
    }

    /**
     * The jobs whose builds may deploy to an environment.
     *
     * @param patterns globs of full names, in the syntax of getPathMatcher; empty when any job
     *     may
     */
    record Jobs(List<String> patterns) {
        public Jobs {
            patterns = OrEmpty.list(patterns);
        }
    }
}
