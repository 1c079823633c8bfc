package io.jenkins.plugins.itgc.jenkins.approval;

import io.jenkins.plugins.itgc.approval.Account;
import io.jenkins.plugins.itgc.approval.ApprovalEvidence;
import io.jenkins.plugins.itgc.approval.ApprovalGate;
import io.jenkins.plugins.itgc.approval.ApprovalPolicy;
import io.jenkins.plugins.itgc.approval.CarriedChange;
import io.jenkins.plugins.itgc.approval.Missing;
import io.jenkins.plugins.itgc.approval.Person;
import io.jenkins.plugins.itgc.approval.SeparationOfDuties;
import io.jenkins.plugins.itgc.approval.Tally;
import io.jenkins.plugins.itgc.approval.Vote;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.review.policy.InvalidPolicy;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Where answers from all channels are taken. A channel proves whose account it is; whether that person may answer is
 * judged here, the same for everybody, administrators too.
 */
public final class ApprovalOffice {
    private final ApprovalBook book;

    private ApprovalOffice(ApprovalBook book) {
        this.book = book;
    }

    public static ApprovalOffice get() {
        return new ApprovalOffice(new ApprovalBook(ItgcServices.get().ledger()));
    }

    /** Somebody who asks in the name of a build. */
    public LedgerRequests requests(LedgerRequests.Asker asker, LedgerRequests.Rules rules) {
        return new LedgerRequests(book, asker, rules, ItgcServices.get().clock());
    }

    /** What a vote says is written down, if it counts. */
    public Receipt vote(Answer answer, Vote.Act act) {
        return withCounter(answer, counter -> counter.vote(act));
    }

    /** Somebody goes round the approval; another must confirm. */
    public Receipt breakGlass(Answer answer) {
        return withCounter(answer, Counter::breakGlass);
    }

    /** The second person confirms an emergency. */
    public Receipt confirm(Answer answer) {
        return withCounter(answer, Counter::confirm);
    }

    /** Somebody who took no part looked at an emergency afterwards. */
    public Receipt review(Answer answer) {
        return withCounter(answer, Counter::review);
    }

    private Receipt withCounter(Answer answer, Function<Counter, Receipt> work) {
        Optional<Entry> requested = book.requested(answer.request());
        if (requested.isEmpty()) {
            return new Receipt(false, "There is no request " + answer.request() + " for an approval.");
        }
        String subject = requested.get().subject();
        try {
            return count(answer, subject, work);
        } finally {
            ItgcServices.get().waiting().wake(ApprovalGate.topic(subject));
        }
    }

    private Receipt count(Answer answer, String subject, Function<Counter, Receipt> work) {
        synchronized (SubjectLocks.of(subject)) {
            Optional<Asked> asked = book.standing(subject).filter(standing -> standing.id().equals(answer.request()));
            if (asked.isEmpty()) {
                return new Receipt(
                        false,
                        "The change was altered after this was asked, so this request is void. Answer the new one.");
            }
            try {
                return work.apply(new Counter(book, asked.get(), answer, rules(asked.get())));
            } catch (InvalidPolicy e) {
                return new Receipt(false, e.getMessage() + " Ask an administrator to correct it.");
            }
        }
    }

    private static LedgerRequests.Rules rules(Asked asked) {
        ItgcConfiguration configuration = ItgcConfiguration.get();
        String environment = asked.body().carried().change().environment();
        ApprovalPolicy policy = configuration.approvalPolicy(configuration.environment(environment));
        return new LedgerRequests.Rules(policy, KnownPeople.now(), Map.of());
    }

    /** The request as the ledger tells it, without asking any other system; empty when it stands no more. */
    public Optional<Standing> standing(String request) {
        return book.requested(request)
                .flatMap(entry -> book.standing(entry.subject()))
                .filter(asked -> asked.id().equals(request))
                .map(this::standing);
    }

    private Standing standing(Asked asked) {
        RequestBody body = asked.body();
        LedgerRequests.Rules rules = rules(asked);
        ApprovalEvidence evidence = new AnswersRead(book, rules, ItgcServices.get().clock())
                .evidence(asked, body.carried(), body.starter());
        return new Standing(
                asked.id(), body.service(), body.build(), body.buildUrl(), asked.completed(), evidence, rules.policy());
    }

    /**
     * A request with its answers.
     *
     * @param id names it
     * @param service what would be deployed; null when the pipeline named none
     * @param build the build that asked first
     * @param buildUrl its address; null when Jenkins does not know its own
     * @param completed whether the quorum was once complete
     * @param evidence what is known
     * @param policy the rules now
     */
    public record Standing(
            String id,
            String service,
            String build,
            String buildUrl,
            boolean completed,
            ApprovalEvidence evidence,
            ApprovalPolicy policy) {
        /** What is still missing, and who could give it. */
        public Missing missing() {
            return Missing.of(evidence, policy);
        }

        public CarriedChange carried() {
            return evidence.carried();
        }
    }

    /** Whether an answer by this account could still change something. */
    public boolean awaits(String request, Account account) {
        return standing(request)
                .filter(standing -> !standing.completed() && !standing.evidence().request().expired())
                .flatMap(standing -> standing.evidence().people().of(account).filter(person -> mayStill(standing, person)))
                .isPresent();
    }

    private static boolean mayStill(Standing standing, Person person) {
        ApprovalEvidence evidence = standing.evidence();
        Set<String> groups = new Memberships(standing.policy(), evidence.people()).of(person, evidence.asOf());
        boolean done = Tally.of(evidence, standing.policy()).approvers().containsKey(person);
        return standing.policy().concerns(groups)
                && !done
                && new SeparationOfDuties(evidence.people(), evidence.carried().hands(), evidence.starter())
                        .objectionTo(person)
                        .isEmpty();
    }

    /** Writes down that the quorum is complete; once. */
    public void completed(String subject, String build, Set<String> approvers) {
        synchronized (SubjectLocks.of(subject)) {
            book.standing(subject)
                    .filter(asked -> !asked.completed())
                    .ifPresent(asked -> book.append(
                            Kinds.COMPLETED, subject, "build " + build, new CompletedBody(asked.id(), approvers)));
        }
    }

    /**
     * What {@code approval.completed} keeps.
     *
     * @param request id of the request
     * @param approvers whose approvals made the quorum; empty for an emergency
     */
    record CompletedBody(String request, Set<String> approvers) {}
}
