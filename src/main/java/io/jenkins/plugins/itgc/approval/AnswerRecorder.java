package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.people.Account;
import io.jenkins.plugins.itgc.people.People;
import io.jenkins.plugins.itgc.people.Person;
import io.jenkins.plugins.itgc.people.SeparationOfDuties;
import io.jenkins.plugins.itgc.gate.Finding;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Takes one answer to one request: looks who it is, whether they may, and writes it down either way. */
final class AnswerRecorder {
    private final ApprovalBook book;
    private final Asked asked;
    private final Answer answer;
    private final LedgerRequests.Rules rules;
    private final ApprovalPolicy policy;
    private final People people;
    private final Clock clock;

    AnswerRecorder(ApprovalBook book, Asked asked, Answer answer, LedgerRequests.Rules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
        this.book = book;
        this.asked = asked;
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
        if (act == last(person.get())) {
            return new Receipt(true, "You have said so already; nothing changed.");
        }
        write(kind(act), person.get(), groups, null, null);
        return new Receipt(true, thanks(act));
    }

    private Optional<String> objection(Person person, Set<String> groups, Vote.Act act) {
        if (!policy.concerns(groups)) {
            return Optional.of(person + " is in none of "
                    + String.join(", ", policy.quorum().groups()) + ". Ask somebody who is.");
        }
        if (asked.expired()) {
            return Optional.of("This request expired at " + asked.body().expiresAt() + ". Start the build again.");
        }
        if (act == Vote.Act.WITHDRAW) {
            return last(person) == Vote.Act.WITHDRAW
                    ? Optional.of("There is nothing of yours to take back.")
                    : started();
        }
        return act == Vote.Act.GIVE ? duties().objectionTo(person).map(AnswerRecorder::sentence) : started();
    }

    private SeparationOfDuties duties() {
        return new SeparationOfDuties(
                people, asked.body().carried().hands(), asked.body().starter());
    }

    private static String sentence(Finding finding) {
        return finding.what() + " " + finding.next();
    }

    /** What is said after the deploy began changes nothing any more. */
    private Optional<String> started() {
        String environment = asked.body().carried().change().environment();
        return book.lastStart(asked.body().service(), environment)
                .filter(start -> start.sequence() > asked.entry().sequence())
                .map(start -> "The deploy has started already; stop the build itself if it must not go on.");
    }

    /** What the person's standing word is; WITHDRAW when there is none. */
    private Vote.Act last(Person person) {
        Vote.Act last = Vote.Act.WITHDRAW;
        for (Asked.Answered before : asked.answers()) {
            if (person.id().equals(before.body().person())) {
                last = act(before.entry().kind());
            }
        }
        return last;
    }

    private static Vote.Act act(String kind) {
        return switch (kind) {
            case Kinds.GIVEN -> Vote.Act.GIVE;
            case Kinds.REFUSED -> Vote.Act.REFUSE;
            default -> Vote.Act.WITHDRAW;
        };
    }

    private static String kind(Vote.Act act) {
        return switch (act) {
            case GIVE -> Kinds.GIVEN;
            case REFUSE -> Kinds.REFUSED;
            case WITHDRAW -> Kinds.WITHDRAWN;
        };
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
        if (!policy.breakGlass().allowed() || !groups.contains(policy.breakGlass().group())) {
            return notCounted(person.get(), groups, person.get() + " may not break the glass here.");
        }
        if (answer.reason().isBlank()) {
            return new Receipt(false, "Say why: a broken glass needs a reason.");
        }
        write(Kinds.OPENED, person.get(), groups, null, null);
        return new Receipt(true, "You broke the glass. A second person must confirm it now.");
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
        write(Kinds.CONFIRMED, person.get(), groups, reviewBy, null);
        return new Receipt(true, "Confirmed. Somebody who took no part must review it until " + reviewBy + ".");
    }

    private Optional<String> objectionToSecond(Person person, Set<String> groups) {
        Optional<Emergency> open = asked.emergency().filter(emergency -> emergency.confirmed() == null);
        if (open.isEmpty()) {
            return Optional.of("There is no broken glass to confirm.");
        }
        if (person.id().equals(open.get().opened().body().person())) {
            return Optional.of(person + " broke the glass; a second person must confirm.");
        }
        if (!groups.contains(policy.breakGlass().group()) && !policy.concerns(groups)) {
            return Optional.of(person + " may neither break the glass nor approve here.");
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
        write(Kinds.REVIEWED, person.get(), groups, null, null);
        return new Receipt(true, "Your review of the emergency is recorded.");
    }

    private Optional<String> objectionToReviewer(Person person, Set<String> groups) {
        Optional<Emergency> emergency = asked.emergency().filter(found -> found.confirmed() != null);
        if (emergency.isEmpty() || emergency.get().reviewed()) {
            return Optional.of("There is no emergency here that waits for its review.");
        }
        boolean took = Set.of(
                        emergency.get().opened().body().person(),
                        emergency.get().confirmed().body().person())
                .contains(person.id());
        if (took) {
            return Optional.of(person + " took part in it; somebody else must review it.");
        }
        if (!policy.concerns(groups)) {
            return Optional.of(person + " is no approver here.");
        }
        return duties().objectionTo(person).map(AnswerRecorder::sentence);
    }

    /** Recorded too: that somebody tried is worth knowing. The request stays open. */
    private Receipt notCounted(Person person, Set<String> groups, String why) {
        write(Kinds.NOT_COUNTED, person, groups, null, why);
        return new Receipt(false, "That does not count: " + why);
    }

    private void write(String kind, Person person, Set<String> groups, Instant reviewBy, String objection) {
        AnswerBody body = new AnswerBody(
                asked.id(),
                person == null ? null : person.id(),
                answer.account(),
                answer.channel(),
                groups,
                answer.reason(),
                reviewBy,
                objection);
        String actor = answer.account().system() + " " + answer.account().id();
        book.append(kind, asked.entry().subject(), actor, body);
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
