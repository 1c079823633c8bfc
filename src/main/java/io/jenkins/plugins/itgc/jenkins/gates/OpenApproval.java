package io.jenkins.plugins.itgc.jenkins.gates;

import io.jenkins.plugins.itgc.approval.ApprovalWire;
import io.jenkins.plugins.itgc.ledger.event.RulingEvent;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;

import io.jenkins.plugins.itgc.approval.CarriedReading;

import io.jenkins.plugins.itgc.approval.ApprovalEvidence;
import io.jenkins.plugins.itgc.approval.ApprovalGate;
import io.jenkins.plugins.itgc.approval.ApprovalPolicy;
import io.jenkins.plugins.itgc.approval.CarriedChange;
import io.jenkins.plugins.itgc.people.Person;
import io.jenkins.plugins.itgc.approval.Requests;
import io.jenkins.plugins.itgc.approval.Tally;
import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.approval.ApprovalService;
import io.jenkins.plugins.itgc.approval.LedgerRequests;
import io.jenkins.plugins.itgc.review.ReviewRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** The approval gate, connected to the systems that this build's change is in and to the ledger. */
final class OpenApproval implements OpenGate<ApprovalEvidence> {
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final ApprovalGate gate;
    private final LedgerRequests.Asker asker;
    private final ApprovalPolicy policy;
    private volatile ApprovalEvidence seen;

    OpenApproval(
            ReadChange change,
            CarriedReading carried,
            LedgerRequests.Asker asker,
            LedgerRequests.Rules rules,
            BiConsumer<ApprovalEvidence, ApprovalPolicy> watching) {
        this.asker = asker;
        this.policy = rules.policy();
        Requests ledger = ItgcServices.get().approvals().requests(asker, rules);
        Requests watched = new Requests() {
            @Override
            public ApprovalEvidence read(CarriedChange found) {
                return ledger.read(found);
            }

            @Override
            public ApprovalEvidence ask(CarriedChange found) {
                seen = ledger.ask(found);
                watching.accept(seen, policy);
                return seen;
            }
        };
        this.gate = new ApprovalGate(subject(change.request()), policy, carried, watched);
    }

    private static Change subject(ReviewRequest request) {
        List<Integer> numbers = request.pullRequest() == null ? List.of() : List.of(request.pullRequest());
        return new Change(request.repository(), request.commit(), null, numbers, request.environment());
    }

    @Override
    public Gate<ApprovalEvidence> gate() {
        return gate;
    }

    @Override
    public RulingEvent event(Gate.Judgement<ApprovalEvidence> judgement, Map<String, String> grounds) {
        return ApprovalWire.event(judgement, policy, asker.service(), grounds);
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public Map<String, Object> result(ApprovalEvidence evidence) {
        return Map.of(
                "request", evidence.request().id(),
                "approvers", new ArrayList<>(approvers(evidence)),
                "breakGlass", evidence.broken() != null);
    }

    private Set<String> approvers(ApprovalEvidence evidence) {
        return Tally.of(evidence, policy).approvers().keySet().stream()
                .map(Person::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public String publish(Ruling ruling) {
        ApprovalEvidence evidence = seen;
        if (!(ruling.decision() instanceof Decision.Pass) || evidence == null) {
            return evidence == null ? "Nobody was asked yet." : "Request " + evidence.request().id() + " is open.";
        }
        ItgcServices.get().approvals().completed(ruling.change(), asker.build(), approvers(evidence));
        return "Request " + evidence.request().id() + " is complete.";
    }
}
