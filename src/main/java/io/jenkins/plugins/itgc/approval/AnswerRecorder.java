package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.ledger.event.ApprovalEvent;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.ledger.fold.BreakGlassFold;
import io.jenkins.plugins.itgc.people.Eligibility;
import io.jenkins.plugins.itgc.people.People;
import io.jenkins.plugins.itgc.people.Person;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Takes one answer to one request: looks who it is, whether they may, and writes it down either way. */
final class AnswerRecorder {
    private final ApprovalBook book;
    private final OpenRequest open;
    private final Answer answer;
    private final LedgerRequests.Rules rules;
    private final ApprovalPolicy policy;
    private final People people;
    private final Clock clock;

    AnswerRecorder(ApprovalBook book, OpenRequest open, Answer answer, LedgerRequests.Rules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
        this.book = book;
        this.open = open;
        this.answer = answer;
        this.policy = rules.policy();
        this.people = rules.people();
    }

    Receipt vote(Vote.Act act) {
        Optional<Person> person = people.of(answer.account());
        if (person.isEmpty()) {
            return notCounted(null, Set.of(), stranger());
        }
        Set<String> groups = groups(person.get());
        Optional<Message> objection = objection(person.get(), groups, act);
        if (objection.isPresent()) {
            return notCounted(person.get(), groups, objection.get());
        }
        if (act == open.lastWord(person.get()) && !renews(person.get(), act)) {
            return Receipt.taken("approval.answer.already");
        }
        write(maker(act), person.get(), groups, null, null);
        return new Receipt(true, thanks(act));
    }

    private Optional<Message> objection(Person person, Set<String> groups, Vote.Act act) {
        Optional<Message> ineligible = ineligible(person, groups, act);
        if (ineligible.isPresent()) {
            return ineligible;
        }
        if (tooLate(act)) {
            return Optional.of(Message.of(
                    "approval.answer.expired",
                    Objects.<Object>requireNonNullElse(open.asked().expiresAt(), "?")));
        }
        if (act == Vote.Act.WITHDRAW) {
            return open.lastWord(person) == Vote.Act.WITHDRAW
                    ? Optional.of(Message.of("approval.answer.nothing-to-withdraw"))
                    : started();
        }
        return act == Vote.Act.GIVE ? Optional.empty() : started();
    }

    /** Nobody approves after the time; until the deploy begins, whoever approved in time may still take it back. */
    private boolean tooLate(Vote.Act act) {
        return act == Vote.Act.GIVE ? open.request().late(now()) : open.expired();
    }

    /** Whoever contributed may still refuse. */
    private Optional<Message> ineligible(Person person, Set<String> groups, Vote.Act act) {
        return act == Vote.Act.GIVE
                ? objection(person, groups, policy.quorum().groups())
                : Eligibility.notAsked(person, groups, policy.quorum().groups()).map(AnswerRecorder::sentence);
    }

    private Optional<Message> objection(Person person, Set<String> groups, Set<String> asked) {
        return new Eligibility(people, open.carried().hands(), open.starterOfAll())
                .objectionTo(person, groups, asked)
                .map(AnswerRecorder::sentence);
    }

    private static Message sentence(Finding finding) {
        return Message.of("approval.answer.objection", finding.problem(), finding.remedy());
    }

    /** What is said after its deploy began changes nothing any more; after one that failed it concerns the next. */
    private Optional<Message> started() {
        return book.deployed(open) ? Optional.of(Message.of("approval.answer.deploy-started")) : Optional.empty();
    }

    /** An approval that has become too old may be given once more. */
    private boolean renews(Person person, Vote.Act act) {
        Instant oldest = now().minus(policy.limits().validFor());
        return act == Vote.Act.GIVE
                && open.lastAnswered(person).filter(at -> at.isBefore(oldest)).isPresent();
    }

    private static Message thanks(Vote.Act act) {
        return switch (act) {
            case GIVE -> Message.of("approval.answer.approved");
            case REFUSE -> Message.of("approval.answer.refused");
            case WITHDRAW -> Message.of("approval.answer.withdrawn");
        };
    }

    Receipt breakGlass() {
        Optional<Person> person = people.of(answer.account());
        if (person.isEmpty()) {
            return notCounted(null, Set.of(), stranger());
        }
        Set<String> groups = groups(person.get());
        if (!policy.breakGlass().allowed()
                || !groups.contains(policy.breakGlass().group())) {
            return notCounted(
                    person.get(),
                    groups,
                    Message.of(
                            "approval.answer.break-glass-not-allowed",
                            person.get().toString()));
        }
        if (answer.reason().isBlank()) {
            return Receipt.refused("approval.answer.break-glass-reason");
        }
        if (glass().filter(found -> found.confirmed() != null).isPresent()) {
            return notCounted(person.get(), groups, Message.of("approval.answer.break-glass-already"));
        }
        write(ApprovalEvent.BreakGlassOpened::new, person.get(), groups, null, null);
        return Receipt.taken("approval.answer.break-glass-invoked");
    }

    Receipt confirm() {
        Optional<Person> person = people.of(answer.account());
        if (person.isEmpty()) {
            return notCounted(null, Set.of(), stranger());
        }
        Set<String> groups = groups(person.get());
        Optional<Message> objection = objectionToSecond(person.get(), groups);
        if (objection.isPresent()) {
            return notCounted(person.get(), groups, objection.get());
        }
        Instant reviewBy = now().plus(policy.breakGlass().reviewWithin());
        write(ApprovalEvent.BreakGlassConfirmed::new, person.get(), groups, reviewBy, null);
        return Receipt.taken("approval.answer.break-glass-confirmed", reviewBy);
    }

    private Optional<Message> objectionToSecond(Person person, Set<String> groups) {
        Optional<BreakGlassFold> glass = glass().filter(found -> found.confirmed() == null);
        if (glass.isEmpty()) {
            return Optional.of(Message.of("approval.answer.nothing-to-confirm"));
        }
        if (person.id().equals(glass.get().opened().event().body().person())) {
            return Optional.of(Message.of("approval.answer.second-person", person.toString()));
        }
        return objection(person, groups, policy.confirmers());
    }

    Receipt review() {
        Optional<Person> person = people.of(answer.account());
        if (person.isEmpty()) {
            return notCounted(null, Set.of(), stranger());
        }
        Set<String> groups = groups(person.get());
        Optional<Message> objection = objectionToReviewer(person.get(), groups);
        if (objection.isPresent()) {
            return notCounted(person.get(), groups, objection.get());
        }
        write(ApprovalEvent.BreakGlassReviewed::new, person.get(), groups, null, null);
        return Receipt.taken("approval.answer.break-glass-reviewed");
    }

    private Optional<Message> objectionToReviewer(Person person, Set<String> groups) {
        BreakGlassFold glass = open.fold().breakGlass();
        if (glass == null || glass.confirmed() == null || glass.reviewed()) {
            return Optional.of(Message.of("approval.answer.nothing-to-review"));
        }
        boolean took = person.id().equals(glass.opened().event().body().person())
                || person.id().equals(glass.confirmed().event().body().person());
        if (took) {
            return Optional.of(Message.of("approval.answer.took-part", person.toString()));
        }
        return objection(person, groups, policy.quorum().groups());
    }

    /** Recorded too: that somebody tried is worth knowing. The request stays open. */
    private Receipt notCounted(@Nullable Person person, Set<String> groups, Message why) {
        write(ApprovalEvent.NotCounted::new, person, groups, null, why.english());
        return Receipt.refused("approval.answer.not-counted", why);
    }

    private Optional<BreakGlassFold> glass() {
        return Optional.ofNullable(open.fold().breakGlass());
    }

    private static BiFunction<Subject.InEnvironment, ApprovalEvent.Answer, ApprovalEvent.Act> maker(Vote.Act act) {
        return switch (act) {
            case GIVE -> ApprovalEvent.Given::new;
            case REFUSE -> ApprovalEvent.Refused::new;
            case WITHDRAW -> ApprovalEvent.Withdrawn::new;
        };
    }

    private void write(
            BiFunction<Subject.InEnvironment, ApprovalEvent.Answer, ApprovalEvent.Act> maker,
            @Nullable Person person,
            Set<String> groups,
            @Nullable Instant reviewBy,
            @Nullable String objection) {
        ApprovalEvent.Answer body = new ApprovalEvent.Answer(
                open.id(),
                person == null ? null : person.id(),
                ApprovalWire.account(answer.account()),
                answer.channel(),
                groups,
                answer.reason(),
                reviewBy,
                objection);
        Actor actor = Actor.account(answer.account().system(), answer.account().id());
        book.append(maker.apply(open.subject(), body), actor);
    }

    private Set<String> groups(Person person) {
        return rules.groupsOf(person, now());
    }

    private Message stranger() {
        return Message.of("approval.answer.stranger", answer.account().toString());
    }

    private Instant now() {
        return clock.instant();
    }
}
