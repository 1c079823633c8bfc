package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.Topic;
import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.ledger.event.ApprovalEvent;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.people.Account;
import io.jenkins.plugins.itgc.people.Person;
import io.jenkins.plugins.itgc.review.policy.InvalidPolicy;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where answers from all channels are taken. A channel proves whose account it is; whether that person may answer is
 * judged here, the same for everybody, administrators too.
 */
public final class ApprovalService {
    private static final Logger LOGGER = Logger.getLogger(ApprovalService.class.getName());

    private final ApprovalBook book;
    private final Function<String, LedgerRequests.Rules> rules;
    private final Consumer<Topic> wake;
    private final Clock clock;

    /**
     * A service over one ledger.
     *
     * @param rules by what answers are judged in an environment, now; throws {@link InvalidPolicy} where the configuration
     *     makes no sense
     * @param wake hears of what was answered
     */
    public ApprovalService(
            ApprovalBook book, Function<String, LedgerRequests.Rules> rules, Consumer<Topic> wake, Clock clock) {
        this.book = book;
        this.rules = rules;
        this.wake = wake;
        this.clock = clock;
    }

    /** Somebody who asks in the name of a build. */
    public LedgerRequests requests(LedgerRequests.Asker asker, LedgerRequests.Rules rules) {
        return new LedgerRequests(book, asker, rules, clock);
    }

    /** What a vote says is written down, if it counts. */
    public Receipt vote(Answer answer, Vote.Act act) {
        return answered(answer, recorder -> recorder.vote(act));
    }

    /** Somebody goes round the approval; another must confirm. */
    public Receipt breakGlass(Answer answer) {
        return answered(answer, AnswerRecorder::breakGlass);
    }

    /** The second person confirms break-glass. */
    public Receipt confirm(Answer answer) {
        return answered(answer, AnswerRecorder::confirm);
    }

    /** Somebody who took no part looked at a break-glass deploy afterwards. */
    public Receipt review(Answer answer) {
        return answered(answer, requested -> Optional.of(book.whole(requested)), AnswerRecorder::review);
    }

    private Receipt answered(Answer answer, Function<AnswerRecorder, Receipt> work) {
        return answered(
                answer,
                requested -> book.standing(requested.event().subject())
                        .filter(open -> open.id().equals(answer.request())),
                work);
    }

    /** @param find the request that may be answered; empty when it stands no more */
    private Receipt answered(
            Answer answer,
            Function<Recorded<ApprovalEvent.Requested>, Optional<OpenRequest>> find,
            Function<AnswerRecorder, Receipt> work) {
        Optional<Recorded<ApprovalEvent.Requested>> requested = book.requested(answer.request());
        if (requested.isEmpty()) {
            return Receipt.refused("approval.answer.no-request", answer.request());
        }
        Subject.InEnvironment subject = requested.get().event().subject();
        try {
            synchronized (SubjectLocks.of(subject.text())) {
                return find.apply(requested.get())
                        .map(open -> count(answer, open, work))
                        .orElseGet(() -> Receipt.refused("approval.answer.void"));
            }
        } finally {
            wake.accept(ApprovalGate.topic(subject.text()));
        }
    }

    private Receipt count(Answer answer, OpenRequest open, Function<AnswerRecorder, Receipt> work) {
        try {
            LedgerRequests.Rules by = rules(open);
            Receipt receipt = work.apply(new AnswerRecorder(book, open, answer, by, clock));
            if (open.completed()) {
                stillComplete(open, by);
            }
            return receipt;
        } catch (InvalidPolicy e) {
            return Receipt.refused("approval.answer.misconfigured", e.wording());
        }
    }

    /** Somebody whose approval was not needed may take it back: what was complete is so by the others. */
    private void stillComplete(OpenRequest before, LedgerRequests.Rules by) {
        Optional<OpenRequest> now = book.standing(before.subject()).filter(open -> !open.completed());
        if (now.isEmpty()) {
            return;
        }
        ApprovalEvidence evidence = new AnswersRead(book, by, clock).recorded(now.get());
        boolean forEveryBuild = now.get().starters().stream().distinct().count() == 1;
        if (forEveryBuild && new ApprovalJudge(by.policy()).suffices(evidence)) {
            Set<String> approvers = Tally.of(evidence, by.policy()).approvers().keySet().stream()
                    .map(Person::id)
                    .collect(Collectors.toSet());
            complete(now.get(), approvers, Actor.jenkins());
        }
    }

    private LedgerRequests.Rules rules(OpenRequest open) {
        return rules.apply(open.carried().change().environment());
    }

    /** The request as the ledger tells it, without asking any other system; empty when it stands no more, or can no longer be judged. */
    public Optional<RequestStatus> status(String request) {
        return book.requested(request)
                .filter(requested -> OpenRequest.judgeable(requested.event().body()))
                .flatMap(requested -> book.standing(requested.event().subject()))
                .filter(open -> open.id().equals(request))
                .flatMap(this::judgeable);
    }

    /** Empty for a request of an environment that nobody approves for any more. */
    private Optional<RequestStatus> judgeable(OpenRequest open) {
        try {
            return Optional.of(status(open));
        } catch (InvalidPolicy e) {
            LOGGER.log(Level.INFO, "Request {0} for an approval cannot be judged: {1}", new Object[] {
                open.id(), e.getMessage()
            });
            return Optional.empty();
        }
    }

    private RequestStatus status(OpenRequest open) {
        ApprovalEvent.Request asked = open.asked();
        LedgerRequests.Rules by = rules(open);
        ApprovalEvidence evidence = new AnswersRead(book, by, clock).recorded(open);
        ApprovalEvent.Asking latest = open.latest();
        return new RequestStatus(
                open.id(),
                asked.service(),
                latest.build(),
                latest.buildUrl(),
                open.completed(),
                open.fold().wantedSince(),
                evidence,
                by);
    }

    /**
     * A request with its answers.
     *
     * @param id names it
     * @param service what would be deployed; null when the pipeline named none
     * @param build the build that asked last
     * @param buildUrl its address; null when Jenkins does not know its own
     * @param completed whether it was complete, and those whose approvals made it so still approve
     * @param wantedSince since when it wants an answer, or wanted one last
     * @param evidence what is known
     * @param rules by what answers are judged now
     */
    public record RequestStatus(
            String id,
            @Nullable String service,
            String build,
            @Nullable String buildUrl,
            boolean completed,
            Instant wantedSince,
            ApprovalEvidence evidence,
            LedgerRequests.Rules rules) {
        /** The rules of the environment. */
        public ApprovalPolicy policy() {
            return rules.policy();
        }

        /** What is still missing, and who could give it. */
        public Missing missing() {
            return Missing.of(evidence, policy());
        }

        /** What was asked. */
        public ApprovalRequest request() {
            return Objects.requireNonNull(evidence.request(), "The status is that of a request.");
        }

        /** What would be deployed. */
        public CarriedChange carried() {
            return evidence.carried();
        }
    }

    /** Whether an answer by this account could still change something. */
    public boolean awaits(String request, Account account) {
        return status(request)
                .filter(status -> !status.completed() && !status.request().expired())
                .flatMap(status -> status.evidence().people().of(account).filter(person -> mayStill(status, person)))
                .isPresent();
    }

    private static boolean mayStill(RequestStatus status, Person person) {
        ApprovalEvidence evidence = status.evidence();
        Set<String> groups = status.rules().groupsOf(person, evidence.asOf());
        boolean done = Tally.of(evidence, status.policy()).approvers().containsKey(person);
        Set<String> asked = status.policy().quorum().groups();
        return !done && evidence.eligibility().admits(person, groups, asked);
    }

    /**
     * Records that a build's quorum is complete, once for each build, and not when somebody took their approval back or
     * refused meanwhile. Other builds that wait for the same look whether it is complete for them.
     */
    public void completed(Change change, String build, Set<String> approvers) {
        Subject.InEnvironment subject = Subject.InEnvironment.of(change);
        Actor actor = Actor.build(build);
        boolean recorded = false;
        synchronized (SubjectLocks.of(subject.text())) {
            Optional<OpenRequest> open = book.standing(subject)
                    .filter(found -> found.completable(approvers))
                    .filter(found -> !found.completed() || !found.fold().completedBy(actor, approvers));
            recorded = open.isPresent();
            open.ifPresent(found -> complete(found, approvers, actor));
        }
        if (recorded) {
            wake.accept(ApprovalGate.topic(subject.text()));
        }
    }

    private void complete(OpenRequest open, Set<String> approvers, Actor actor) {
        ApprovalEvent.Approvers body = new ApprovalEvent.Approvers(
                open.id(), approvers.stream().sorted().toList());
        book.append(new ApprovalEvent.Completed(open.subject(), body), actor);
    }
}
