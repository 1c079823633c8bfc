package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.ledger.event.ApprovalEvent;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.people.Account;
import io.jenkins.plugins.itgc.people.Authorities;
import io.jenkins.plugins.itgc.people.People;
import io.jenkins.plugins.itgc.people.Person;
import io.jenkins.plugins.itgc.people.Starter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks in the name of one build, and reads the answers back from the ledger. */
public final class LedgerRequests implements Requests {
    private final ApprovalBook book;
    private final Asker asker;
    private final Rules rules;
    private final AnswersRead answers;
    private final Clock clock;

    /**
     * Who asks.
     *
     * @param service what would be deployed; null when the pipeline names none
     * @param build the build, as {@code job/path#12}
     * @param buildUrl its address; null when Jenkins does not know its own
     * @param since when the build was started
     * @param starter who started it
     */
    public record Asker(
            @Nullable String service,
            String build,
            @Nullable String buildUrl,
            Instant since,
            Starter starter) {}

    /**
     * By what answers are judged.
     *
     * @param policy the environment's
     * @param people who is who
     * @param authorities which groups the security realm knows
     * @param managers the managers' group of each ticket tracker
     */
    public record Rules(ApprovalPolicy policy, People people, Authorities authorities, Map<String, String> managers) {
        public Rules {
            managers = Map.copyOf(managers);
        }

        /** Which groups somebody is in: by the configuration, and by what the security realm says. */
        public Set<String> groupsOf(Person person, Instant at) {
            return policy.groupsOf(person, realmGroups(person), at);
        }

        private Set<String> realmGroups(Person person) {
            boolean asked = policy.groups().stream()
                    .anyMatch(group -> !group.authorities().isEmpty());
            return asked
                    ? people.accounts(person, Account.JENKINS).stream()
                            .flatMap(user -> authorities.of(user).stream())
                            .collect(Collectors.toSet())
                    : Set.of();
        }
    }

    LedgerRequests(ApprovalBook book, Asker asker, Rules rules, Clock clock) {
        this.book = book;
        this.asker = asker;
        this.rules = rules;
        this.answers = new AnswersRead(book, rules, clock);
        this.clock = clock;
    }

    @Override
    public ApprovalEvidence read(CarriedChange carried) {
        return book.standing(subject(carried))
                .filter(open -> !over(open) && changed(open, carried).isEmpty())
                .map(open -> answers.evidence(open, carried, asker.starter()))
                .orElseGet(() -> answers.notRequested(carried, asker.starter()));
    }

    @Override
    public ApprovalEvidence ask(CarriedChange carried) {
        synchronized (SubjectLocks.of(subject(carried).text())) {
            OpenRequest open = requested(carried);
            recordTickets(open, carried);
            ApprovalEvidence evidence = read(carried);
            recordOverdue(evidence);
            if (expireIfLate(evidence)) {
                return afterExpiry(carried);
            }
            askAgain(evidence);
            return evidence;
        }
    }

    /**
     * What other builds asked for may be complete for them and not for this one, or refused by somebody who has no say any
     * more: then it wants an answer again, and everybody must see that.
     */
    private void askAgain(ApprovalEvidence evidence) {
        OpenRequest open = book.standing(subject(evidence.carried())).orElseThrow();
        boolean passes = new ApprovalJudge(rules.policy()).suffices(evidence);
        boolean refused = !Tally.of(evidence, rules.policy()).refusals().isEmpty();
        boolean over = (open.completed() && !passes) || (open.refused() && !refused);
        boolean another = !open.fold().builds().contains(asker.build()) && !(open.completed() && passes);
        if (!open.expired() && (over || another)) {
            ApprovalEvent.Asking asking = new ApprovalEvent.Asking(
                    open.id(), asker.build(), asker.buildUrl(), ApprovalWire.starter(asker.starter()), refused);
            book.append(new ApprovalEvent.AskedAgain(open.subject(), asking), actor());
        }
    }

    /** What expired before this build began or asked was no request of its own: it asks anew. */
    private ApprovalEvidence afterExpiry(CarriedChange carried) {
        ApprovalEvidence evidence = read(carried);
        return evidence.request() == null ? ask(carried) : evidence;
    }

    private static Subject.InEnvironment subject(CarriedChange carried) {
        return Subject.InEnvironment.of(carried.change());
    }

    private static List<String> changed(OpenRequest open, CarriedChange carried) {
        return carried.scope().changedSince(open.carried().scope());
    }

    private OpenRequest requested(CarriedChange carried) {
        Subject.InEnvironment subject = subject(carried);
        Optional<OpenRequest> standing = book.standing(subject).filter(open -> !over(open));
        List<String> changed = standing.map(open -> changed(open, carried)).orElse(List.of());
        if (standing.isPresent() && changed.isEmpty()) {
            return standing.get();
        }
        standing.ifPresent(open ->
                book.append(new ApprovalEvent.Voided(subject, new ApprovalEvent.Changed(open.id(), changed)), actor()));
        book.append(new ApprovalEvent.Requested(subject, request(carried)), actor());
        return book.standing(subject).orElseThrow();
    }

    /** A request that expired before this build began, or before it asked, was that of another build; this one may make its own. */
    private boolean over(OpenRequest open) {
        Instant until = open.asked().expiresAt();
        boolean before = until != null && until.isBefore(asker.since());
        return open.expired() && (before || !open.fold().builds().contains(asker.build()));
    }

    private ApprovalEvent.Request request(CarriedChange carried) {
        Map<String, String> marks = new TreeMap<>();
        carried.tickets().forEach(ticket -> marks.put(ticket.name(), ticket.mark()));
        return new ApprovalEvent.Request(
                asker.service(),
                ApprovalWire.carried(carried),
                ApprovalWire.starter(asker.starter()),
                rules.policy().quorum().text(),
                clock.instant().plus(rules.policy().limits().waitFor()),
                marks,
                asker.build(),
                asker.buildUrl());
    }

    private Actor actor() {
        return Actor.build(asker.build());
    }

    /**
     * The tickets speak for themselves at each look; the ledger is told when what they say changes. What they say after the
     * request's time approves nothing, like what anybody else says then.
     */
    private void recordTickets(OpenRequest open, CarriedChange carried) {
        Optional<TicketVotes.TicketVote> now = answers.ticketVote(open, carried);
        Optional<ApprovalEvent.Answer> before =
                open.ticketVote().map(vote -> vote.event().body());
        boolean unchanged = now.isPresent() == before.isPresent()
                && now.map(vote -> AnswersRead.same(vote, before.orElseThrow())).orElse(true);
        if (unchanged) {
            return;
        }
        Subject.InEnvironment subject = subject(carried);
        if (now.isPresent() && !open.request().late(clock.instant())) {
            book.append(new ApprovalEvent.Given(subject, answer(open, now.get())), actor());
        } else if (before.isPresent()) {
            book.append(new ApprovalEvent.Withdrawn(subject, withdrawn(before.get())), actor());
        }
    }

    private static ApprovalEvent.Answer answer(OpenRequest open, TicketVotes.TicketVote found) {
        Vote vote = found.vote();
        ApprovalEvent.Answer answer = new ApprovalEvent.Answer(
                open.id(),
                vote.person().id(),
                ApprovalWire.account(vote.account()),
                vote.channel(),
                vote.groups(),
                vote.reason(),
                null,
                null);
        return answer.by(found.moves());
    }

    private static ApprovalEvent.Answer withdrawn(ApprovalEvent.Answer before) {
        return new ApprovalEvent.Answer(
                        before.request(),
                        before.person(),
                        before.account(),
                        before.channel(),
                        before.groups(),
                        "",
                        null,
                        null)
                .because(Message.of("approval.answer.tickets-changed"));
    }

    /** Once for each break-glass that nobody reviewed in time. */
    private void recordOverdue(ApprovalEvidence evidence) {
        answers.breakGlasses(evidence.carried()).forEach(glass -> {
            if (glass.missed(evidence.asOf()) && !glass.overdue()) {
                ApprovalEvent.BreakGlassOpened opened = glass.opened().event();
                ApprovalEvent.Changed overdue = new ApprovalEvent.Changed(opened.request(), List.of());
                book.append(new ApprovalEvent.BreakGlassOverdue(opened.subject(), overdue), actor());
            }
        });
    }

    private boolean expireIfLate(ApprovalEvidence evidence) {
        ApprovalRequest request = Objects.requireNonNull(evidence.request(), "What was just requested stands.");
        boolean late = !request.expired() && new ApprovalJudge(rules.policy()).expires(evidence);
        if (late) {
            ApprovalEvent.Changed expired = new ApprovalEvent.Changed(request.id(), List.of());
            book.append(new ApprovalEvent.Expired(subject(evidence.carried()), expired), actor());
        }
        return late;
    }
}
