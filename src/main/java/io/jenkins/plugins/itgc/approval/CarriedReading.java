package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.people.Hand;
import io.jenkins.plugins.itgc.review.ReviewReader;
import io.jenkins.plugins.itgc.review.ReviewRequest;
import io.jenkins.plugins.itgc.review.facts.IncludedChange;
import io.jenkins.plugins.itgc.review.facts.PullRequestEvidence;
import io.jenkins.plugins.itgc.review.facts.PullRequestFacts;
import io.jenkins.plugins.itgc.review.facts.ReviewEvidence;
import io.jenkins.plugins.itgc.review.facts.TicketFacts;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import io.jenkins.plugins.itgc.review.rule.CommitsAttributed;
import io.jenkins.plugins.itgc.review.rule.Contributions;
import io.jenkins.plugins.itgc.review.rule.Migrations;
import io.jenkins.plugins.itgc.review.rule.PushersKnown;
import io.jenkins.plugins.itgc.review.rule.ReviewRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads what a deploy would carry, as the review reads it, and keeps of it what an approval is about. */
public final class CarriedReading implements Carried {
    private static final List<ReviewRule> WHO = List.of(new CommitsAttributed(), new PushersKnown());

    private final ReviewReader reader;
    private final ReviewRequest request;
    private final ReviewPolicy policy;

    /**
     * @param reader of the review gate
     * @param request which commit goes where
     * @param policy of the review; says which files are migrations
     */
    public CarriedReading(ReviewReader reader, ReviewRequest request, ReviewPolicy policy) {
        this.reader = reader;
        this.request = request;
        this.policy = policy;
    }

    @Override
    public CarriedChange read() throws EvidenceUnavailable, InterruptedException {
        ReviewEvidence evidence = reader.read(request);
        List<TicketFacts> tickets = evidence.pullRequests().stream()
                .flatMap(pr -> pr.tickets().stream())
                .distinct()
                .toList();
        return new CarriedChange(
                evidence.change(),
                scope(evidence, tickets),
                evidence.pullRequests().stream().map(pr -> shown(pr.facts())).toList(),
                strays(evidence),
                evidence.pullRequests().stream().flatMap(this::hands).toList(),
                tickets.stream().map(CarriedReading::state).toList(),
                evidence.pullRequests().stream()
                        .anyMatch(pr -> !Migrations.in(pr.facts(), policy).isEmpty()));
    }

    private static Scope scope(ReviewEvidence evidence, List<TicketFacts> tickets) {
        Map<String, String> parts = new HashMap<>();
        parts.put("tree", evidence.change().readTree().sha());
        evidence.pullRequests().stream()
                .map(PullRequestEvidence::facts)
                .forEach(facts ->
                        parts.put(facts.name(), Scope.fingerprint(facts.head().sha(), facts.title(), facts.body())));
        tickets.forEach(ticket -> parts.put(
                "ticket " + ticket.key(),
                Scope.fingerprint(ticket.summary(), ticket.scopeChanges().toString())));
        return new Scope(parts);
    }

    private static CarriedPullRequest shown(PullRequestFacts facts) {
        return new CarriedPullRequest(
                facts.number(), facts.title(), facts.link(), facts.author().login());
    }

    private static List<String> strays(ReviewEvidence evidence) {
        return evidence.included().stream()
                .filter(included -> included.pullRequest() == null)
                .map(IncludedChange::commits)
                .flatMap(List::stream)
                .map(commit -> commit.abbreviated())
                .toList();
    }

    private Stream<Hand> hands(PullRequestEvidence evidence) {
        String where = evidence.facts().name();
        List<Hand> hands = new ArrayList<>();
        Contributions.of(evidence.facts()).parts().forEach((login, part) -> hands.add(new Hand(login, part, where)));
        WHO.stream()
                .flatMap(rule -> rule.judge(evidence, policy).allFindings().stream())
                .map(Finding::problem)
                .forEach(unknown -> hands.add(new Hand(null, unknown, where)));
        return hands.stream();
    }

    private static TicketState state(TicketFacts ticket) {
        TicketFacts.Transition last = ticket.lastTransition().orElse(null);
        TicketState.Move move = last == null
                ? null
                : new TicketState.Move(
                        last.to(),
                        last.actor().id(),
                        last.actor().human(),
                        last.actor().manager(),
                        last.at());
        boolean changed =
                last == null || ticket.scopeChanges().stream().anyMatch(change -> !change.isBefore(last.at()));
        return new TicketState(
                ticket.key().tracker(),
                ticket.key().key(),
                ticket.summary(),
                ticket.link(),
                ticket.status(),
                move,
                changed);
    }
}
