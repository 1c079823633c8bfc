package io.jenkins.plugins.itgc.review;

import io.jenkins.plugins.itgc.ledger.event.CommitBody;
import io.jenkins.plugins.itgc.ledger.event.RepositoryBody;
import io.jenkins.plugins.itgc.ledger.event.ReviewBody;
import io.jenkins.plugins.itgc.ledger.event.TreeBody;
import io.jenkins.plugins.itgc.review.facts.Account;
import io.jenkins.plugins.itgc.review.facts.BodyEdit;
import io.jenkins.plugins.itgc.review.facts.ChangedFile;
import io.jenkins.plugins.itgc.review.facts.CommitFacts;
import io.jenkins.plugins.itgc.review.facts.GitActor;
import io.jenkins.plugins.itgc.review.facts.LabelEvent;
import io.jenkins.plugins.itgc.review.facts.MergeFacts;
import io.jenkins.plugins.itgc.review.facts.MergedFile;
import io.jenkins.plugins.itgc.review.facts.PullRequestFacts;
import io.jenkins.plugins.itgc.review.facts.PushFacts;
import io.jenkins.plugins.itgc.review.facts.RebuiltFacts;
import io.jenkins.plugins.itgc.review.facts.ReviewFacts;

/** Turns what was read about a pull request into what the ledger keeps, and back. */
final class PullRequestWire {
    private PullRequestWire() {}

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
                        value.commits().stream().map(PullRequestWire::commit).toList(),
                        value.reviews().stream().map(PullRequestWire::review).toList(),
                        value.labelEvents().stream()
                                .map(PullRequestWire::labelEvent)
                                .toList(),
                        value.bodyEdits().stream()
                                .map(PullRequestWire::bodyEdit)
                                .toList(),
                        value.baseChanges(),
                        value.pushes().stream().map(PullRequestWire::push).toList(),
                        value.files().stream().map(PullRequestWire::changedFile).toList(),
                        value.merges().stream().map(PullRequestWire::merge).toList(),
                        value.rebuilt().stream().map(PullRequestWire::rebuilt).toList(),
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
                        value.commits().stream().map(PullRequestWire::commit).toList(),
                        value.reviews().stream().map(PullRequestWire::review).toList(),
                        value.labelEvents().stream()
                                .map(PullRequestWire::labelEvent)
                                .toList(),
                        value.bodyEdits().stream()
                                .map(PullRequestWire::bodyEdit)
                                .toList(),
                        value.baseChanges(),
                        value.pushes().stream().map(PullRequestWire::push).toList(),
                        value.files().stream().map(PullRequestWire::changedFile).toList(),
                        value.merges().stream().map(PullRequestWire::merge).toList(),
                        value.rebuilt().stream().map(PullRequestWire::rebuilt).toList(),
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
                        value.authors().stream().map(PullRequestWire::gitActor).toList(),
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
                        value.authors().stream().map(PullRequestWire::gitActor).toList(),
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
                        value.files().stream().map(PullRequestWire::mergedFile).toList(),
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
                        value.files().stream().map(PullRequestWire::mergedFile).toList(),
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
}
