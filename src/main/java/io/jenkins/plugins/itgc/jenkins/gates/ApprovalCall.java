package io.jenkins.plugins.itgc.jenkins.gates;

import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.approval.ApprovalQuestion;
import io.jenkins.plugins.itgc.approval.CarriedReading;
import io.jenkins.plugins.itgc.jenkins.credentials.Keyring;

import hudson.model.Cause;
import hudson.model.Run;
import io.jenkins.plugins.itgc.people.Account;
import io.jenkins.plugins.itgc.approval.ApprovalEvidence;
import io.jenkins.plugins.itgc.approval.ApprovalPolicy;
import io.jenkins.plugins.itgc.people.People;
import io.jenkins.plugins.itgc.people.Starter;
import io.jenkins.plugins.itgc.jenkins.KnownPeople;
import io.jenkins.plugins.itgc.approval.LedgerRequests;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import io.jenkins.plugins.itgc.review.policy.Tracker;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** What an {@code awaitManagerApproval} step was asked for. */
public final class ApprovalCall implements GateCall {
    private static final long serialVersionUID = 1L;

    private final String environment;
    private final String service;
    private final ChangeParameters subject;
    private final boolean failOnRefuse;
    private transient volatile ApprovalQuestion question;

    public ApprovalCall(String environment, String service, ChangeParameters subject, boolean failOnRefuse) {
        this.environment = environment;
        this.service = service;
        this.subject = subject;
        this.failOnRefuse = failOnRefuse;
    }

    @Override
    public OpenGate<?> open(StepContext context) throws IOException, InterruptedException {
        return Configured.by(() -> opened(context));
    }

    private OpenGate<?> opened(StepContext context) throws IOException, InterruptedException {
        ItgcConfiguration configuration = ItgcConfiguration.get();
        EnvironmentEntry entry = configuration.environment(environment);
        ReviewPolicy review = configuration.reviewPolicy(entry);
        ApprovalPolicy policy = configuration.approvalPolicy(entry);
        Run<?, ?> build = context.get(Run.class);
        SubjectOfBuild found = SubjectOfBuild.find(build, subject, review.productionBranch());
        ReadChange change = ReadChange.of(found, new OpenReview.Deploy(service, entry), review, Keyring.of(build));
        LedgerRequests.Rules rules = new LedgerRequests.Rules(policy, KnownPeople.now(), ItgcServices.get().authorities(), managers(review));
        return new OpenApproval(
                change, new CarriedReading(change.reader(), change.request(), review), asker(build, rules.people()), rules, this::saw);
    }

    private static Map<String, String> managers(ReviewPolicy review) {
        return review.ticket().trackers().stream().collect(Collectors.toMap(Tracker::name, Tracker::managersGroup));
    }

    private LedgerRequests.Asker asker(Run<?, ?> build, People people) {
        String root = Jenkins.get().getRootUrl();
        return new LedgerRequests.Asker(
                service,
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
    ApprovalQuestion question() {
        return question;
    }

    @Override
    public Companion companion() {
        return new ApprovalForm(this);
    }

    @Override
    public String environment() {
        return environment;
    }

    @Override
    public String service() {
        return service;
    }

    @Override
    public boolean failOnRefuse() {
        return failOnRefuse;
    }
}
