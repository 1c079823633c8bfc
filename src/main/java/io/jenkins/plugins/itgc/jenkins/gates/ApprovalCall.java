package io.jenkins.plugins.itgc.jenkins.gates;

import hudson.model.Cause;
import hudson.model.Run;
import io.jenkins.plugins.itgc.approval.ApprovalEvidence;
import io.jenkins.plugins.itgc.approval.ApprovalGate;
import io.jenkins.plugins.itgc.approval.ApprovalPolicy;
import io.jenkins.plugins.itgc.approval.ApprovalQuestion;
import io.jenkins.plugins.itgc.approval.ApprovalWire;
import io.jenkins.plugins.itgc.approval.CarriedChange;
import io.jenkins.plugins.itgc.approval.CarriedReading;
import io.jenkins.plugins.itgc.approval.LedgerRequests;
import io.jenkins.plugins.itgc.approval.Requests;
import io.jenkins.plugins.itgc.approval.Tally;
import io.jenkins.plugins.itgc.deploy.OpenGate;
import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.credentials.Keyring;
import io.jenkins.plugins.itgc.ledger.event.RulingEvent;
import io.jenkins.plugins.itgc.people.Account;
import io.jenkins.plugins.itgc.people.People;
import io.jenkins.plugins.itgc.people.Person;
import io.jenkins.plugins.itgc.people.Starter;
import io.jenkins.plugins.itgc.review.ReviewRequest;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import io.jenkins.plugins.itgc.review.policy.Tracker;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** What an {@code awaitManagerApproval} step was asked for. */
public final class ApprovalCall extends AbstractGateCall {
    private static final long serialVersionUID = 1L;

    private final ChangeParameters subject;
    private transient volatile ApprovalQuestion question;

    /**
     * What the pipeline said.
     *
     * @param environment name in the configuration; null for the only one
     * @param service what is deployed; null when the pipeline does not say
     * @param subject which change; all null for that of the build
     * @param failOnRefuse whether a refusal fails the build
     */
    public ApprovalCall(String environment, String service, ChangeParameters subject, boolean failOnRefuse) {
        super(environment, service, failOnRefuse);
        this.subject = subject;
    }

    @Override
    OpenGate<?> opened(StepContext context) throws IOException, InterruptedException {
        ItgcConfiguration configuration = ItgcConfiguration.get();
        EnvironmentEntry entry = configuration.environment(environment());
        ReviewPolicy review = configuration.reviewPolicy(entry);
        ApprovalPolicy policy = configuration.approvalPolicy(entry);
        Run<?, ?> build = context.get(Run.class);
        SubjectOfBuild found = SubjectOfBuild.find(build, subject, review.productionBranch());
        ReadChange change = ReadChange.of(found, new Destination(service(), entry), review, Keyring.of(build));
        LedgerRequests.Rules rules = new LedgerRequests.Rules(
                policy, ItgcServices.get().people(), ItgcServices.get().authorities(), managers(review));
        return new Opened(
                change,
                new CarriedReading(change.reader(), change.request(), review),
                asker(build, rules.people()),
                rules,
                this::saw);
    }

    private static Map<String, String> managers(ReviewPolicy review) {
        return review.ticket().trackers().stream().collect(Collectors.toMap(Tracker::name, Tracker::managersGroup));
    }

    private LedgerRequests.Asker asker(Run<?, ?> build, People people) {
        String root = Jenkins.get().getRootUrl();
        return new LedgerRequests.Asker(
                service(),
                build.getExternalizableId(),
                root == null ? null : root + build.getUrl(),
                Instant.ofEpochMilli(build.getStartTimeInMillis()),
                starter(build, people));
    }

    private static Starter starter(Run<?, ?> build, People people) {
        Cause.UserIdCause cause = build.getCause(Cause.UserIdCause.class);
        String user = cause == null ? null : cause.getUserId();
        if (user == null) {
            return Starter.nobody();
        }
        Account account = Account.jenkins(user);
        return new Starter(account, people.of(account).orElse(null));
    }

    private void saw(ApprovalEvidence evidence, ApprovalPolicy policy) {
        question = ApprovalQuestion.of(evidence, policy);
    }

    /** Null until the gate has gathered once. */
    public ApprovalQuestion question() {
        return question;
    }

    /** The approval gate, connected to the systems that this build's change is in and to the ledger. */
    private static final class Opened implements OpenGate<ApprovalEvidence> {
        private static final Duration PATIENCE = Duration.ofMinutes(15);

        private final ApprovalGate gate;
        private final LedgerRequests.Asker asker;
        private final ApprovalPolicy policy;
        private volatile ApprovalEvidence seen;

        Opened(
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
            return Change.unread(request.repository(), request.pullRequest(), request.commit(), request.environment());
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
                    "request",
                    evidence.request().id(),
                    "approvers",
                    new ArrayList<>(approvers(evidence)),
                    "breakGlass",
                    evidence.broken() != null);
        }

        /** An approval that was renewed or given instead of another makes the request complete by whoever gave it. */
        @Override
        public void deploys(Gate.Judgement<ApprovalEvidence> judgement) {
            ApprovalEvidence evidence = judgement.evidence();
            ItgcServices.get().approvals().completed(evidence.request().id(), asker.build(), approvers(evidence));
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
                return evidence == null
                        ? "Nobody was asked yet."
                        : "Request " + evidence.request().id() + " is open.";
            }
            ItgcServices.get().approvals().completed(evidence.request().id(), asker.build(), approvers(evidence));
            return "Request " + evidence.request().id() + " is complete.";
        }
    }
}
