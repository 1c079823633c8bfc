package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.ledger.event.ApprovalEvent;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.ledger.fold.BreakGlassFold;
import io.jenkins.plugins.itgc.people.Account;
import io.jenkins.plugins.itgc.people.People;
import io.jenkins.plugins.itgc.people.Person;
import io.jenkins.plugins.itgc.people.SeparationOfDuties;
import java.time.Clock;
import java.time.Instant;
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
        Optional<String> objection = objection(person.get(), groups, act);
        if (objection.isPresent()) {
            return notCounted(person.get(), groups, objection.get());
        }
        if (act == open.lastWord(person.get())) {
            return new Receipt(true, "You have said so already; nothing changed.");
        }
        write(maker(act), person.get(), groups, null, null);
        return new Receipt(true, thanks(act));
    }

    private Optional<String> objection(Person person, Set<String> groups, Vote.Act act) {
        if (!policy.concerns(groups)) {
            return Optional.of(person + " is in none of "
                    + String.join(", ", policy.quorum().groups()) + ". Ask somebody who is.");
        }
        if (open.expired()) {
            return Optional.of("This request expired at " + open.asked().expiresAt() + ". Start the build again.");
        }
        if (act == Vote.Act.WITHDRAW) {
            return open.lastWord(person) == Vote.Act.WITHDRAW
                    ? Optional.of("There is nothing of yours to take back.")
                    : started();
        }
        return act == Vote.Act.GIVE ? duties().objectionTo(person).map(AnswerRecorder::sentence) : started();
    }

    private SeparationOfDuties duties() {
        return new SeparationOfDuties(people, open.carried().hands(), open.starter());
    }

    private static String sentence(Finding finding) {
        return finding.what() + " " + finding.next();
    }

    /** What is said after the deploy began changes nothing any more. */
    private Optional<String> started() {
        String environment = open.carried().change().deployedTo();
        return book.lastStart(open.asked().service(), environment)
                .filter(start -> start.sequence() > open.fold().request().sequence())
                .map(start -> "The deploy has started already; stop the build itself if it must not go on.");
    }

    private static String thanks(Vote.Act act) {
        return switch (act) {
            case GIVE -> "Your approval is recorded.";
            case REFUSE -> "Your refusal is recorded.";
            case WITHDRAW -> "What you said before is taken back.";
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
            return notCounted(person.get(), groups, person.get() + " may not invoke break-glass here.");
        }
        if (answer.reason().isBlank()) {
            return new Receipt(false, "Say why: break-glass needs a reason.");
        }
        write(ApprovalEvent.BreakGlassOpened::new, person.get(), groups, null, null);
        return new Receipt(true, "You invoked break-glass. A second person must confirm it now.");
    }

    Receipt confirm() {
        Optional<Person> person = people.of(answer.account());
        if (person.isEmpty()) {
            return notCounted(null, Set.of(), stranger());
        }
        Set<String> groups = groups(person.get());
        Optional<String> objection = objectionToSecond(person.get(), groups);
        if (objection.isPresent()) {
            return notCounted(person.get(), groups, objection.get());
        }
        Instant reviewBy = now().plus(policy.breakGlass().reviewWithin());
        write(ApprovalEvent.BreakGlassConfirmed::new, person.get(), groups, reviewBy, null);
        return new Receipt(true, "Confirmed. Somebody who took no part must review it until " + reviewBy + ".");
    }

    private Optional<String> objectionToSecond(Person person, Set<String> groups) {
        Optional<BreakGlassFold> glass = glass().filter(found -> found.confirmed() == null);
        if (glass.isEmpty()) {
            return Optional.of("There is no break-glass to confirm.");
        }
        if (person.id().equals(glass.get().opened().event().body().person())) {
            return Optional.of(person + " invoked break-glass; a second person must confirm.");
        }
        if (!groups.contains(policy.breakGlass().group()) && !policy.concerns(groups)) {
            return Optional.of(person + " may neither invoke break-glass nor approve here.");
        }
        return duties().objectionTo(person).map(AnswerRecorder::sentence);
    }

    Receipt review() {
        Optional<Person> person = people.of(answer.account());
        if (person.isEmpty()) {
            return notCounted(null, Set.of(), stranger());
        }
        Set<String> groups = groups(person.get());
        Optional<String> objection = objectionToReviewer(person.get(), groups);
        if (objection.isPresent()) {
            return notCounted(person.get(), groups, objection.get());
        }
        write(ApprovalEvent.BreakGlassReviewed::new, person.get(), groups, null, null);
        return new Receipt(true, "Your review of the break-glass deploy is recorded.");
    }

    private Optional<String> objectionToReviewer(Person person, Set<String> groups) {
        BreakGlassFold glass = open.fold().breakGlass();
        if (glass == null || glass.confirmed() == null || glass.reviewed()) {
            return Optional.of("There is no break-glass deploy here that waits for its review.");
        }
        boolean took = person.id().equals(glass.opened().event().body().person())
                || person.id().equals(glass.confirmed().event().body().person());
        if (took) {
            return Optional.of(person + " took part in it; somebody else must review it.");
        }
        if (!policy.concerns(groups)) {
            return Optional.of(person + " is no approver here.");
        }
        return duties().objectionTo(person).map(AnswerRecorder::sentence);
    }

    /** Recorded too: that somebody tried is worth knowing. The request stays open. */
    private Receipt notCounted(@Nullable Person person, Set<String> groups, String why) {
        write(ApprovalEvent.NotCounted::new, person, groups, null, why);
        return new Receipt(false, "That does not count: " + why);
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

    private String stranger() {
        Account account = answer.account();
        return "no identity entry tells who " + account + " is. Ask an administrator to add the account to yours.";
    }

    private Instant now() {
        return clock.instant();
    }
}
