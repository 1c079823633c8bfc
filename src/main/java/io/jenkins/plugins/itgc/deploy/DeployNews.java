package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A deploy as far as it has come: what is kept of it in the ledger, and what the systems around are told.
 *
 * @param deploy its name: the sequence of the entry by which it was requested; null in that entry itself
 * @param state how far it is
 * @param target what goes where
 * @param repository owner/name
 * @param commit full commit id
 * @param tree full tree id; null for a rollback, which is not judged anew
 * @param previous commit that was deployed before; null when nothing was
 * @param rollback whether it goes back to what was deployed before
 * @param build name of the build, such as {@code orders/master#12}
 * @param buildUrl its address; null when the controller does not know its own
 * @param startedBy id of the user who started the build; null when an event did
 * @param pullRequests the pull requests that it carries
 * @param tickets the tickets that these name
 * @param gates the passes it rests on
 * @param reason why it ended as it did; null when there is nothing to say
 * @param at when, by the controller's clock
 */
public record DeployNews(
        @Nullable String deploy,
        DeployState state,
        DeployTarget target,
        String repository,
        String commit,
        @Nullable String tree,
        @Nullable String previous,
        boolean rollback,
        String build,
        @Nullable String buildUrl,
        @Nullable String startedBy,
        List<PullRequest> pullRequests,
        List<Ticket> tickets,
        List<GatePass> gates,
        @Nullable Message reason,
        Instant at) {
    public DeployNews {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(target, "target");
        pullRequests = List.copyOf(pullRequests);
        tickets = List.copyOf(tickets);
        gates = List.copyOf(gates);
    }

    /** Its name. @throws NullPointerException in the entry that requests it, whose sequence will be its name */
    public String id() {
        return Objects.requireNonNull(deploy, "A deploy is named by the entry that requests it.");
    }

    /** The same deploy in another state. */
    DeployNews now(DeployState next, @Nullable Message why) {
        return new DeployNews(
                deploy,
                next,
                target,
                repository,
                commit,
                tree,
                previous,
                rollback,
                build,
                buildUrl,
                startedBy,
                pullRequests,
                tickets,
                gates,
                why,
                at);
    }

    /**
     * A carried pull request.
     *
     * @param number its number
     * @param title as written, outside text
     * @param url its address; null when not known
     * @param author login; null for a deleted account
     * @param mergedBy login of who merged it; null when that is not known
     * @param mergedAt when, ISO 8601, by the code host's clock; null when that is not known
     */
    public record PullRequest(
            int number,
            String title,
            @Nullable String url,
            @Nullable String author,
            @Nullable String mergedBy,
            @Nullable String mergedAt) {}

    /**
     * A ticket that a carried pull request names.
     *
     * @param tracker name of the tracker in the configuration; null when not known
     * @param key its key
     * @param title as written, outside text; null when not known
     * @param url its address; null when not known
     */
    public record Ticket(
            @Nullable String tracker,
            String key,
            @Nullable String title,
            @Nullable String url) {}

    /**
     * A pass that a deploy rests on.
     *
     * @param gate name of the gate
     * @param evidence the ledger's entry of it, sequence and hash
     */
    public record GatePass(String gate, String evidence) {}
}
