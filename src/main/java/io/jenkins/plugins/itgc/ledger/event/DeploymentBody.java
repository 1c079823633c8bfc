package io.jenkins.plugins.itgc.ledger.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.jenkins.plugins.itgc.gate.Message;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A deploy as far as it had come.
 *
 * @param deploy its name: the sequence of the entry by which it was requested; null in that entry itself
 * @param service what is deployed
 * @param environment where
 * @param repository {@code owner/name}
 * @param commit full commit id
 * @param tree full tree id; null when not known
 * @param previous commit that was deployed before; null when nothing was
 * @param rollback whether it goes back to what was deployed before
 * @param build name of the build, such as {@code orders/master#12}
 * @param node the step of the build that asked
 * @param buildUrl the build's address; null when the controller does not know its own
 * @param startedBy id of the user who started the build; null when an event did
 * @param pullRequests the pull requests that it carries
 * @param tickets the tickets that these name
 * @param gates the passes that it rests on
 * @param reason why it ended as it did; null when there is nothing to say
 * @param said the reason, as data; null where somebody else gave it, and in entries of before it was kept
 */
public record DeploymentBody(
        @Nullable String deploy,
        String service,
        String environment,
        @JsonDeserialize(using = Name.class) String repository,
        @JsonDeserialize(using = Name.class) String commit,
        @JsonDeserialize(using = Name.class) @Nullable String tree,
        @JsonDeserialize(using = Name.class) @Nullable String previous,
        boolean rollback,
        String build,
        String node,
        @Nullable String buildUrl,
        @JsonDeserialize(using = Name.class) @Nullable String startedBy,
        List<DeployedPullRequest> pullRequests,
        List<DeployedTicket> tickets,
        List<GatePass> gates,
        @Nullable String reason,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MessageBody said) {
    /**
     * A pass that a deploy rests on.
     *
     * @param gate name of the gate
     * @param evidence the ledger's entry of it, sequence and hash
     */
    public record GatePass(String gate, String evidence) {
        public GatePass {
            Objects.requireNonNull(gate, "gate");
        }
    }

    /** @throws IllegalArgumentException when the environment is there and empty */
    @JsonCreator
    public DeploymentBody {
        if (environment != null && environment.isEmpty()) {
            throw new IllegalArgumentException("A deploy goes to an environment with a name.");
        }
        pullRequests = OrEmpty.list(pullRequests);
        tickets = OrEmpty.list(tickets);
        gates = OrEmpty.list(gates);
    }

    /** A deploy whose reason, if it has one, is told in English only. */
    public DeploymentBody(
            @Nullable String deploy,
            String service,
            String environment,
            String repository,
            String commit,
            @Nullable String tree,
            @Nullable String previous,
            boolean rollback,
            String build,
            String node,
            @Nullable String buildUrl,
            @Nullable String startedBy,
            List<DeployedPullRequest> pullRequests,
            List<DeployedTicket> tickets,
            List<GatePass> gates,
            @Nullable String reason) {
        this(
                deploy,
                service,
                environment,
                repository,
                commit,
                tree,
                previous,
                rollback,
                build,
                node,
                buildUrl,
                startedBy,
                pullRequests,
                tickets,
                gates,
                reason,
                null);
    }

    /** Why it ended as it did; null when there is nothing to say. */
    public @Nullable Message why() {
        return reason == null ? null : MessageBody.message(said, reason);
    }
}
