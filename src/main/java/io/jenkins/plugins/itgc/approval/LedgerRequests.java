package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.people.Account;
import java.util.Set;
import io.jenkins.plugins.itgc.people.Person;
import java.util.stream.Collectors;
import io.jenkins.plugins.itgc.people.Authorities;
import io.jenkins.plugins.itgc.people.People;
import io.jenkins.plugins.itgc.people.Starter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
    public record Asker(String service, String build, String buildUrl, Instant since, Starter starter) {}

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
            boolean asked = policy.groups().stream().anyMatch(group -> !group.authorities().isEmpty());
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
    public ApprovalEvidence ask(CarriedChange carried) {
        synchronized (SubjectLocks.of(carried.subject())) {
            Asked asked = asked(carried);
            recordTickets(asked, carried);
            ApprovalEvidence evidence = read(carried);
            recordOverdue(evidence);
            return expireIfLate(evidence) ? read(carried) : evidence;
        }
    }

    private ApprovalEvidence read(CarriedChange carried) {
        return answers.evidence(book.standing(carried.subject()).orElseThrow(), carried, asker.starter());
    }

    private Asked asked(CarriedChange carried) {
        Optional<Asked> standing = book.standing(carried.subject()).filter(asked -> !over(asked));
        List<String> changed = standing.map(
                        asked -> carried.scope().changedSince(asked.body().carried().scope()))
                .orElse(List.of());
        if (standing.isPresent() && changed.isEmpty()) {
            return standing.get();
        }
        standing.ifPresent(asked -> book.append(
                Kinds.VOIDED, carried.subject(), actor(), new ChangedBody(asked.id(), changed)));
        book.append(Kinds.REQUESTED, carried.subject(), actor(), body(carried));
        return book.standing(carried.subject()).orElseThrow();
    }

    /** A question that expired before this build began was asked by another build; this one may ask anew. */
    private boolean over(Asked asked) {
        return asked.expired() && asked.body().expiresAt().isBefore(asker.since());
    }

    private RequestBody body(CarriedChange carried) {
        Map<String, String> marks = new TreeMap<>();
        carried.tickets().forEach(ticket -> marks.put(ticket.name(), ticket.mark()));
        return new RequestBody(
                asker.service(),
                carried,
                asker.starter(),
                rules.policy().quorum().text(),
                clock.instant().plus(rules.policy().limits().waitFor()),
                marks,
                asker.build(),
                asker.buildUrl());
    }

    private String actor() {
        return "build " + asker.build();
    }

    /** The tickets speak for themselves at each look; the ledger is told when what they say changes. */
    private void recordTickets(Asked asked, CarriedChange carried) {
        Optional<Vote> now = answers.ticketVote(asked, carried);
        Optional<Asked.Answered> before = asked.byTicket();
        boolean same = now.isPresent() == before.isPresent()
                && now.map(vote -> vote.account().equals(before.orElseThrow().body().account())
                                && vote.reason().equals(before.orElseThrow().body().reason()))
                        .orElse(true);
        if (same) {
            return;
        }
        AnswerBody body = now.map(vote -> body(asked, vote))
                .orElseGet(() -> takenBack(before.orElseThrow().body()));
        String kind = now.isPresent() ? Kinds.GIVEN : Kinds.WITHDRAWN;
        book.append(kind, carried.subject(), actor(), body);
    }

    private static AnswerBody body(Asked asked, Vote vote) {
        return new AnswerBody(
                asked.id(),
                vote.person().id(),
                vote.account(),
                vote.channel(),
                vote.groups(),
                vote.reason(),
                null,
                null);
    }

    private static AnswerBody takenBack(AnswerBody before) {
        return new AnswerBody(
                before.request(),
                before.person(),
                before.account(),
                before.channel(),
                before.groups(),
                "The tickets do not say so any more.",
                null,
                null);
    }

    /** Once for each emergency that nobody looked at in time. */
    private void recordOverdue(ApprovalEvidence evidence) {
        answers.emergencies(evidence.carried()).forEach((subject, emergency) -> {
            if (emergency.missed(evidence.asOf()) && !emergency.overdue()) {
                String request = emergency.opened().body().request();
                book.append(Kinds.OVERDUE, subject, actor(), new ChangedBody(request, List.of()));
            }
        });
    }

    private boolean expireIfLate(ApprovalEvidence evidence) {
        boolean late = !evidence.request().expired()
                && new ApprovalJudge(rules.policy())
                        .judge(evidence).allFindings().stream()
                                .anyMatch(finding -> finding.code().equals("approval.expired"));
        if (late) {
            book.append(
                    Kinds.EXPIRED,
                    evidence.carried().subject(),
                    actor(),
                    new ChangedBody(evidence.request().id(), List.of()));
        }
        return late;
    }
}
