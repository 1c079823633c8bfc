package io.jenkins.plugins.itgc.review;

import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.ledger.event.ChangeBody;
import io.jenkins.plugins.itgc.ledger.event.CommitBody;
import io.jenkins.plugins.itgc.ledger.event.RepositoryBody;
import io.jenkins.plugins.itgc.ledger.event.ReviewBody;
import io.jenkins.plugins.itgc.ledger.event.RulingBody;
import io.jenkins.plugins.itgc.ledger.event.RulingEvent;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.ledger.event.TreeBody;
import io.jenkins.plugins.itgc.review.facts.Account;
import io.jenkins.plugins.itgc.review.facts.BodyEdit;
import io.jenkins.plugins.itgc.review.facts.ChangedFile;
import io.jenkins.plugins.itgc.review.facts.CommitFacts;
import io.jenkins.plugins.itgc.review.facts.GitActor;
import io.jenkins.plugins.itgc.review.facts.LabelEvent;
import io.jenkins.plugins.itgc.review.facts.Landing;
import io.jenkins.plugins.itgc.review.facts.MergeFacts;
import io.jenkins.plugins.itgc.review.facts.MergedFile;
import io.jenkins.plugins.itgc.review.facts.PullRequestEvidence;
import io.jenkins.plugins.itgc.review.facts.PullRequestFacts;
import io.jenkins.plugins.itgc.review.facts.PushFacts;
import io.jenkins.plugins.itgc.review.facts.RebuiltFacts;
import io.jenkins.plugins.itgc.review.facts.ReviewEvidence;
import io.jenkins.plugins.itgc.review.facts.ReviewFacts;
import io.jenkins.plugins.itgc.review.facts.TicketActor;
import io.jenkins.plugins.itgc.review.facts.TicketFacts;
import io.jenkins.plugins.itgc.review.facts.TicketKey;
import io.jenkins.plugins.itgc.review.policy.Identities;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import io.jenkins.plugins.itgc.review.policy.TicketPolicy;
import io.jenkins.plugins.itgc.review.policy.Tracker;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns what the review gate knows into what the ledger keeps, and back. */
public final class ReviewWire {
    private ReviewWire() {}

    /**
     * A ruling of this gate as the ledger keeps it.
     *
     * @param service what is deployed; null when that is not said
     * @param grounds hashes of what a pass rests on
     */
    public static RulingEvent.Review event(
            Gate.Judgement<ReviewEvidence> judgement,
            ReviewPolicy policy,
            String service,
            Map<String, String> grounds) {
        Ruling ruling = judgement.ruling();
        return new RulingEvent.Review(
                Subject.OfChange.of(ruling.change()),
                RulingBody.of(ruling, service, policy(policy), evidence(judgement.evidence()), grounds));
    }

    static ReviewBody.Evidence evidence(ReviewEvidence value) {
        return value == null
                ? null
                : new ReviewBody.Evidence(
                        ChangeBody.of(value.change()),
                        subject(value.subject()),
                        value.pullRequests().stream()
                                .map(ReviewWire::pullRequest)
                                .toList(),
                        CommitBody.of(value.baseline()),
                        value.landings().stream().map(ReviewWire::landing).toList());
    }

    public static ReviewEvidence evidence(ReviewBody.Evidence value) {
        return value == null
                ? null
                : new ReviewEvidence(
                        value.change() == null ? null : value.change().value(),
                        subject(value.subject()),
                        value.pullRequests().stream()
                                .map(ReviewWire::pullRequest)
                                .toList(),
                        value.baseline() == null ? null : value.baseline().value(),
                        value.landings().stream().map(ReviewWire::landing).toList());
    }

    static ReviewBody.Subject subject(ReviewEvidence.Subject value) {
        return value == null ? null : ReviewBody.Subject.valueOf(value.name());
    }

    static ReviewEvidence.Subject subject(ReviewBody.Subject value) {
        return value == null ? null : ReviewEvidence.Subject.valueOf(value.name());
    }

    static ReviewBody.PullRequest pullRequest(PullRequestEvidence value) {
        return value == null
                ? null
                : new ReviewBody.PullRequest(
                        facts(value.facts()),
                        value.tickets().stream().map(ReviewWire::ticket).toList());
    }

    static PullRequestEvidence pullRequest(ReviewBody.PullRequest value) {
        return value == null
                ? null
                : new PullRequestEvidence(
                        facts(value.facts()),
                        value.tickets().stream().map(ReviewWire::ticket).toList());
    }

    static ReviewBody.Facts facts(PullRequestFacts value) {
        return value == null
                ? null
                : new ReviewBody.Facts(
                        RepositoryBody.of(value.repository()),
                        value.number(),
                        value.link(),
                        value.title(),
                        value.body(),
                        value.merged(),
                        account(value.author()),
                        value.createdAt(),
                        value.baseBranch(),
                        CommitBody.of(value.head()),
                        TreeBody.of(value.headTree()),
                        CommitBody.of(value.mergeCommit()),
                        value.mergedAt(),
                        value.mergedBy(),
                        value.commits().stream().map(ReviewWire::commit).toList(),
                        value.reviews().stream().map(ReviewWire::review).toList(),
                        value.labelEvents().stream().map(ReviewWire::labelEvent).toList(),
                        value.bodyEdits().stream().map(ReviewWire::bodyEdit).toList(),
                        value.baseChanges(),
                        value.pushes().stream().map(ReviewWire::push).toList(),
                        value.files().stream().map(ReviewWire::changedFile).toList(),
                        value.merges().stream().map(ReviewWire::merge).toList(),
                        value.rebuilt().stream().map(ReviewWire::rebuilt).toList(),
                        value.repositoryPolicy(),
                        value.mayPush());
    }

    static PullRequestFacts facts(ReviewBody.Facts value) {
        return value == null
                ? null
                : new PullRequestFacts(
                        value.repository() == null ? null : value.repository().value(),
                        value.number(),
                        value.link(),
                        value.title(),
                        value.body(),
                        value.merged(),
                        account(value.author()),
                        value.createdAt(),
                        value.baseBranch(),
                        value.head() == null ? null : value.head().value(),
                        value.headTree() == null ? null : value.headTree().value(),
                        value.mergeCommit() == null ? null : value.mergeCommit().value(),
                        value.mergedAt(),
                        value.mergedBy(),
                        value.commits().stream().map(ReviewWire::commit).toList(),
                        value.reviews().stream().map(ReviewWire::review).toList(),
                        value.labelEvents().stream().map(ReviewWire::labelEvent).toList(),
                        value.bodyEdits().stream().map(ReviewWire::bodyEdit).toList(),
                        value.baseChanges(),
                        value.pushes().stream().map(ReviewWire::push).toList(),
                        value.files().stream().map(ReviewWire::changedFile).toList(),
                        value.merges().stream().map(ReviewWire::merge).toList(),
                        value.rebuilt().stream().map(ReviewWire::rebuilt).toList(),
                        value.repositoryPolicy(),
                        value.mayPush());
    }

    static ReviewBody.Account account(Account value) {
        return value == null ? null : new ReviewBody.Account(value.login(), accountKind(value.kind()));
    }

    static Account account(ReviewBody.Account value) {
        return value == null ? null : new Account(value.login(), accountKind(value.kind()));
    }

    static ReviewBody.AccountKind accountKind(Account.Kind value) {
        return value == null ? null : ReviewBody.AccountKind.valueOf(value.name());
    }

    static Account.Kind accountKind(ReviewBody.AccountKind value) {
        return value == null ? null : Account.Kind.valueOf(value.name());
    }

    static ReviewBody.Commit commit(CommitFacts value) {
        return value == null
                ? null
                : new ReviewBody.Commit(
                        CommitBody.of(value.id()),
                        TreeBody.of(value.tree()),
                        value.parents().stream().map(CommitBody::of).toList(),
                        value.authors().stream().map(ReviewWire::gitActor).toList(),
                        gitActor(value.committer()),
                        value.hostSigned(),
                        value.message());
    }

    static CommitFacts commit(ReviewBody.Commit value) {
        return value == null
                ? null
                : new CommitFacts(
                        value.id() == null ? null : value.id().value(),
                        value.tree() == null ? null : value.tree().value(),
                        value.parents().stream().map(CommitBody::value).toList(),
                        value.authors().stream().map(ReviewWire::gitActor).toList(),
                        gitActor(value.committer()),
                        value.hostSigned(),
                        value.message());
    }

    static ReviewBody.GitActor gitActor(GitActor value) {
        return value == null ? null : new ReviewBody.GitActor(value.name(), value.email(), account(value.account()));
    }

    static GitActor gitActor(ReviewBody.GitActor value) {
        return value == null ? null : new GitActor(value.name(), value.email(), account(value.account()));
    }

    static ReviewBody.Review review(ReviewFacts value) {
        return value == null
                ? null
                : new ReviewBody.Review(
                        account(value.reviewer()),
                        reviewState(value.state()),
                        CommitBody.of(value.commit()),
                        TreeBody.of(value.tree()),
                        value.reviewerMayPush(),
                        value.submittedAt(),
                        value.link(),
                        dismissal(value.dismissal()));
    }

    static ReviewFacts review(ReviewBody.Review value) {
        return value == null
                ? null
                : new ReviewFacts(
                        account(value.reviewer()),
                        reviewState(value.state()),
                        value.commit() == null ? null : value.commit().value(),
                        value.tree() == null ? null : value.tree().value(),
                        value.reviewerMayPush(),
                        value.submittedAt(),
                        value.link(),
                        dismissal(value.dismissal()));
    }

    static ReviewBody.ReviewState reviewState(ReviewFacts.State value) {
        return value == null ? null : ReviewBody.ReviewState.valueOf(value.name());
    }

    static ReviewFacts.State reviewState(ReviewBody.ReviewState value) {
        return value == null ? null : ReviewFacts.State.valueOf(value.name());
    }

    static ReviewBody.Dismissal dismissal(ReviewFacts.Dismissal value) {
        return value == null ? null : new ReviewBody.Dismissal(account(value.by()), reviewState(value.was()));
    }

    static ReviewFacts.Dismissal dismissal(ReviewBody.Dismissal value) {
        return value == null ? null : new ReviewFacts.Dismissal(account(value.by()), reviewState(value.was()));
    }

    static ReviewBody.LabelEvent labelEvent(LabelEvent value) {
        return value == null
                ? null
                : new ReviewBody.LabelEvent(
                        value.label(), value.added(), account(value.actor()), value.at(), value.labelChangedAt());
    }

    static LabelEvent labelEvent(ReviewBody.LabelEvent value) {
        return value == null
                ? null
                : new LabelEvent(
                        value.label(), value.added(), account(value.actor()), value.at(), value.labelChangedAt());
    }

    static ReviewBody.BodyEdit bodyEdit(BodyEdit value) {
        return value == null ? null : new ReviewBody.BodyEdit(account(value.editor()), value.at(), value.text());
    }

    static BodyEdit bodyEdit(ReviewBody.BodyEdit value) {
        return value == null ? null : new BodyEdit(account(value.editor()), value.at(), value.text());
    }

    static ReviewBody.Push push(PushFacts value) {
        return value == null
                ? null
                : new ReviewBody.Push(
                        account(value.pusher()), CommitBody.of(value.after()), value.at(), pushKind(value.kind()));
    }

    static PushFacts push(ReviewBody.Push value) {
        return value == null
                ? null
                : new PushFacts(
                        account(value.pusher()),
                        value.after() == null ? null : value.after().value(),
                        value.at(),
                        pushKind(value.kind()));
    }

    static ReviewBody.PushKind pushKind(PushFacts.Kind value) {
        return value == null ? null : ReviewBody.PushKind.valueOf(value.name());
    }

    static PushFacts.Kind pushKind(ReviewBody.PushKind value) {
        return value == null ? null : PushFacts.Kind.valueOf(value.name());
    }

    static ReviewBody.ChangedFile changedFile(ChangedFile value) {
        return value == null ? null : new ReviewBody.ChangedFile(value.path(), value.previousPath());
    }

    static ChangedFile changedFile(ReviewBody.ChangedFile value) {
        return value == null ? null : new ChangedFile(value.path(), value.previousPath());
    }

    static ReviewBody.Merge merge(MergeFacts value) {
        return value == null
                ? null
                : new ReviewBody.Merge(
                        CommitBody.of(value.reviewed()),
                        CommitBody.of(value.onto()),
                        CommitBody.of(value.result()),
                        TreeBody.of(value.resultTree()),
                        value.files().stream().map(ReviewWire::mergedFile).toList(),
                        value.complete());
    }

    static MergeFacts merge(ReviewBody.Merge value) {
        return value == null
                ? null
                : new MergeFacts(
                        value.reviewed() == null ? null : value.reviewed().value(),
                        value.onto() == null ? null : value.onto().value(),
                        value.result() == null ? null : value.result().value(),
                        value.resultTree() == null ? null : value.resultTree().value(),
                        value.files().stream().map(ReviewWire::mergedFile).toList(),
                        value.complete());
    }

    static ReviewBody.MergedFile mergedFile(MergedFile value) {
        return value == null ? null : new ReviewBody.MergedFile(value.path(), value.expected(), value.actual());
    }

    static MergedFile mergedFile(ReviewBody.MergedFile value) {
        return value == null ? null : new MergedFile(value.path(), value.expected(), value.actual());
    }

    static ReviewBody.Rebuilt rebuilt(RebuiltFacts value) {
        return value == null
                ? null
                : new ReviewBody.Rebuilt(
                        CommitBody.of(value.reviewed()),
                        CommitBody.of(value.reviewedFrom()),
                        CommitBody.of(value.result()),
                        CommitBody.of(value.resultFrom()));
    }

    static RebuiltFacts rebuilt(ReviewBody.Rebuilt value) {
        return value == null
                ? null
                : new RebuiltFacts(
                        value.reviewed() == null ? null : value.reviewed().value(),
                        value.reviewedFrom() == null
                                ? null
                                : value.reviewedFrom().value(),
                        value.result() == null ? null : value.result().value(),
                        value.resultFrom() == null ? null : value.resultFrom().value());
    }

    static ReviewBody.Landing landing(Landing value) {
        return value == null
                ? null
                : new ReviewBody.Landing(
                        CommitBody.of(value.onto()),
                        value.commits().stream().map(CommitBody::of).toList(),
                        value.pullRequest(),
                        merge(value.merge()));
    }

    static Landing landing(ReviewBody.Landing value) {
        return value == null
                ? null
                : new Landing(
                        value.onto() == null ? null : value.onto().value(),
                        value.commits().stream().map(CommitBody::value).toList(),
                        value.pullRequest(),
                        merge(value.merge()));
    }

    static ReviewBody.Ticket ticket(TicketFacts value) {
        return value == null
                ? null
                : new ReviewBody.Ticket(
                        ticketKey(value.key()),
                        value.project(),
                        value.link(),
                        value.summary(),
                        value.status(),
                        value.transitions().stream().map(ReviewWire::transition).toList(),
                        value.scopeChanges());
    }

    static TicketFacts ticket(ReviewBody.Ticket value) {
        return value == null
                ? null
                : new TicketFacts(
                        ticketKey(value.key()),
                        value.project(),
                        value.link(),
                        value.summary(),
                        value.status(),
                        value.transitions().stream().map(ReviewWire::transition).toList(),
                        value.scopeChanges());
    }

    static ReviewBody.TicketKey ticketKey(TicketKey value) {
        return value == null ? null : new ReviewBody.TicketKey(value.tracker(), value.key());
    }

    static TicketKey ticketKey(ReviewBody.TicketKey value) {
        return value == null ? null : new TicketKey(value.tracker(), value.key());
    }

    static ReviewBody.TicketActor ticketActor(TicketActor value) {
        return value == null
                ? null
                : new ReviewBody.TicketActor(value.id(), value.displayName(), value.human(), value.manager());
    }

    static TicketActor ticketActor(ReviewBody.TicketActor value) {
        return value == null ? null : new TicketActor(value.id(), value.displayName(), value.human(), value.manager());
    }

    static ReviewBody.Transition transition(TicketFacts.Transition value) {
        return value == null ? null : new ReviewBody.Transition(value.to(), ticketActor(value.actor()), value.at());
    }

    static TicketFacts.Transition transition(ReviewBody.Transition value) {
        return value == null ? null : new TicketFacts.Transition(value.to(), ticketActor(value.actor()), value.at());
    }

    static ReviewBody.Policy policy(ReviewPolicy value) {
        return value == null
                ? null
                : new ReviewBody.Policy(
                        value.productionBranch(),
                        value.requiredApprovals(),
                        value.approvalLabel(),
                        ticketPolicy(value.ticket()),
                        value.migrationFiles(),
                        identities(value.identities()));
    }

    public static ReviewPolicy policy(ReviewBody.Policy value) {
        return value == null
                ? null
                : new ReviewPolicy(
                        value.productionBranch(),
                        value.requiredApprovals(),
                        value.approvalLabel(),
                        ticketPolicy(value.ticket()),
                        value.migrationFiles(),
                        identities(value.identities()));
    }

    static ReviewBody.TicketPolicy ticketPolicy(TicketPolicy value) {
        return value == null
                ? null
                : new ReviewBody.TicketPolicy(
                        value.marker(),
                        value.trackers().stream().map(ReviewWire::tracker).toList());
    }

    static TicketPolicy ticketPolicy(ReviewBody.TicketPolicy value) {
        return value == null
                ? null
                : new TicketPolicy(
                        value.marker(),
                        value.trackers().stream().map(ReviewWire::tracker).toList());
    }

    static ReviewBody.Tracker tracker(Tracker value) {
        return value == null
                ? null
                : new ReviewBody.Tracker(
                        value.name(),
                        trackerKind(value.kind()),
                        value.url(),
                        sorted(value.projects()),
                        sorted(value.approvedStatuses()),
                        value.managersGroup());
    }

    static Tracker tracker(ReviewBody.Tracker value) {
        return value == null
                ? null
                : new Tracker(
                        value.name(),
                        trackerKind(value.kind()),
                        value.url(),
                        Set.copyOf(value.projects()),
                        Set.copyOf(value.approvedStatuses()),
                        value.managersGroup());
    }

    static ReviewBody.TrackerKind trackerKind(Tracker.Kind value) {
        return value == null ? null : ReviewBody.TrackerKind.valueOf(value.name());
    }

    static Tracker.Kind trackerKind(ReviewBody.TrackerKind value) {
        return value == null ? null : Tracker.Kind.valueOf(value.name());
    }

    static ReviewBody.Identities identities(Identities value) {
        return value == null
                ? null
                : new ReviewBody.Identities(
                        value.people().stream().map(ReviewWire::identity).toList());
    }

    static Identities identities(ReviewBody.Identities value) {
        return value == null
                ? null
                : new Identities(
                        value.people().stream().map(ReviewWire::identity).toList());
    }

    static ReviewBody.Identity identity(Identities.Person value) {
        return value == null
                ? null
                : new ReviewBody.Identity(
                        value.gitHub(),
                        value.accounts().stream()
                                .map(ReviewWire::trackerAccount)
                                .sorted(Comparator.comparing(Object::toString))
                                .toList());
    }

    static Identities.Person identity(ReviewBody.Identity value) {
        return value == null
                ? null
                : new Identities.Person(
                        value.gitHub(),
                        value.accounts().stream()
                                .map(ReviewWire::trackerAccount)
                                .collect(Collectors.toSet()));
    }

    static ReviewBody.TrackerAccount trackerAccount(Identities.TrackerAccount value) {
        return value == null ? null : new ReviewBody.TrackerAccount(value.tracker(), value.id());
    }

    static Identities.TrackerAccount trackerAccount(ReviewBody.TrackerAccount value) {
        return value == null ? null : new Identities.TrackerAccount(value.tracker(), value.id());
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
