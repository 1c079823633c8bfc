package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.ledger.Grounds;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.ledger.event.Event;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.MigrationBody;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import io.jenkins.plugins.itgc.ledger.event.ReviewBody;
import io.jenkins.plugins.itgc.ledger.event.RulingBody;
import io.jenkins.plugins.itgc.ledger.event.RulingEvent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pass as the ledger holds it. Read from there, and not from the build, because the build's files can be written by
 * hand.
 *
 * @param gate name of the gate
 * @param part what of it, such as the name of a database; null where a gate is asked for one thing
 * @param evidenceId the entry, sequence and hash
 * @param change what passed
 * @param service what it is the deploy of; null when it was judged outside a deploy
 * @param opensDeploy whether it has a meaning for production
 * @param grounds what must not have changed since
 * @param pullRequests carried pull requests; empty when this gate does not read them
 * @param tickets tickets that these name; empty when this gate does not read them
 */
public record RecordedPass(
        String gate,
        @Nullable String part,
        String evidenceId,
        Change change,
        @Nullable String service,
        boolean opensDeploy,
        Grounds grounds,
        List<DeployNews.PullRequest> pullRequests,
        List<DeployNews.Ticket> tickets) {
    public RecordedPass {
        pullRequests = List.copyOf(pullRequests);
        tickets = List.copyOf(tickets);
    }

    /** The same pass where it turned out to say nothing about production. */
    public RecordedPass withoutMeaning() {
        return new RecordedPass(gate, part, evidenceId, change, service, false, grounds, pullRequests, tickets);
    }

    /**
     * Reads a pass.
     *
     * @param evidenceId sequence and hash of its entry
     * @param actor who must have asked for it
     * @return empty when there is no such entry, it is not a pass of this gate, or somebody else asked for it
     */
    public static Optional<RecordedPass> read(Ledger ledger, String gate, String evidenceId, Actor actor) {
        return sequence(evidenceId)
                .flatMap(new EventLog(ledger)::entry)
                .filter(recorded -> recorded.entry().evidenceId().equals(evidenceId)
                        && recorded.actor().equals(actor))
                .flatMap(recorded -> pass(gate, recorded));
    }

    private static Optional<Long> sequence(String evidenceId) {
        String digits = evidenceId.substring(0, Math.max(0, evidenceId.indexOf(':')));
        return digits.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
    }

    /** What cannot be read, or lacks a part that a pass has, is no pass. */
    private static Optional<RecordedPass> pass(String gate, Recorded<Event> recorded) {
        boolean passed = recorded.event() instanceof RulingEvent ruling
                && gate.equals(ruling.body().gate())
                && recorded.entry().kind().equals(gate + ".decided")
                && "pass".equals(ruling.body().decision());
        try {
            return passed ? Optional.of(pass((RulingEvent) recorded.event(), recorded)) : Optional.empty();
        } catch (IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }

    private static RecordedPass pass(RulingEvent ruling, Recorded<Event> recorded) {
        RulingBody<?, ?> body = ruling.body();
        if (body.change() == null
                || body.evidence() == null
                || !body.change().value().identified()) {
            throw new IllegalArgumentException("A pass names its evidence, its commit and its tree.");
        }
        Change change = body.change().value();
        List<ReviewBody.PullRequest> carried =
                ruling instanceof RulingEvent.Review review ? evidence(review).pullRequests() : List.of();
        return new RecordedPass(
                body.gate(),
                part(ruling),
                recorded.entry().evidenceId(),
                change,
                body.service(),
                body.opensDeploy(),
                new Grounds(body.grounds()),
                carried.stream().map(pr -> pullRequest(pr.facts())).toList(),
                carried.stream()
                        .flatMap(pr -> pr.tickets().stream())
                        .map(RecordedPass::ticket)
                        .distinct()
                        .toList());
    }

    /** A pass that does not say of which database it is is none of any. */
    private static @Nullable String part(RulingEvent ruling) {
        MigrationBody.Policy policy = ruling instanceof RulingEvent.Migration migration
                ? migration.body().policy()
                : null;
        return policy == null ? null : policy.database();
    }

    private static ReviewBody.Evidence evidence(RulingEvent.Review review) {
        return Objects.requireNonNull(review.body().evidence(), "evidence");
    }

    private static DeployNews.PullRequest pullRequest(ReviewBody.Facts facts) {
        return new DeployNews.PullRequest(
                facts.number(),
                facts.title(),
                facts.link(),
                facts.author() == null ? null : facts.author().login(),
                facts.mergedBy(),
                facts.mergedAt() == null ? null : facts.mergedAt().toString());
    }

    private static DeployNews.Ticket ticket(ReviewBody.Ticket ticket) {
        return new DeployNews.Ticket(
                ticket.key().tracker(),
                Objects.requireNonNull(ticket.key().key(), "key"),
                ticket.summary(),
                ticket.link());
    }
}
