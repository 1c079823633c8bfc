package io.jenkins.plugins.itgc.review;

import io.jenkins.plugins.itgc.ledger.event.CommitBody;
import io.jenkins.plugins.itgc.ledger.event.Known;
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
import java.util.Objects;

/** Turns what was read about a pull request into what the ledger keeps, and back. */
final class PullRequestWire {
    private PullRequestWire() {}

    static ReviewBody.Facts facts(PullRequestFacts value) {
        return new ReviewBody.Facts(
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
                Known.map(value.mergeCommit(), CommitBody::of),
                value.mergedAt(),
                value.mergedBy(),
                value.commits().stream().map(PullRequestWire::commit).toList(),
                value.reviews().stream().map(PullRequestWire::review).toList(),
                value.labelEvents().stream().map(PullRequestWire::labelEvent).toList(),
                value.bodyEdits().stream().map(PullRequestWire::bodyEdit).toList(),
                value.baseChanges(),
                value.pushes().stream().map(PullRequestWire::push).toList(),
                value.files().stream().map(PullRequestWire::changedFile).toList(),
                value.merges().stream().map(PullRequestWire::merge).toList(),
                value.rebuilt().stream().map(PullRequestWire::rebuilt).toList(),
                value.repositoryPolicy(),
                value.mayPush());
    }

    static PullRequestFacts facts(ReviewBody.Facts value) {
        return new PullRequestFacts(
                value.repository().value(),
                value.number(),
                value.link(),
                value.title(),
                value.body(),
                value.merged(),
                account(value.author()),
                value.createdAt(),
                value.baseBranch(),
                value.head().value(),
                value.headTree().value(),
                Known.map(value.mergeCommit(), CommitBody::value),
                value.mergedAt(),
                value.mergedBy(),
                value.commits().stream().map(PullRequestWire::commit).toList(),
                value.reviews().stream().map(PullRequestWire::review).toList(),
                value.labelEvents().stream().map(PullRequestWire::labelEvent).toList(),
                value.bodyEdits().stream().map(PullRequestWire::bodyEdit).toList(),
                value.baseChanges(),
                value.pushes().stream().map(PullRequestWire::push).toList(),
                value.files().stream().map(PullRequestWire::changedFile).toList(),
                value.merges().stream().map(PullRequestWire::merge).toList(),
                value.rebuilt().stream().map(PullRequestWire::rebuilt).toList(),
                value.repositoryPolicy(),
                value.mayPush());
    }

    static ReviewBody.Account account(Account value) {
        return new ReviewBody.Account(value.login(), accountKind(value.kind()));
    }

    static Account account(ReviewBody.Account value) {
        return new Account(value.login(), accountKind(value.kind()));
    }

    static ReviewBody.AccountKind accountKind(Account.Kind value) {
        return ReviewBody.AccountKind.valueOf(value.name());
    }

    static Account.Kind accountKind(ReviewBody.AccountKind value) {
        return Account.Kind.valueOf(value.name());
    }

    static ReviewBody.Commit commit(CommitFacts value) {
        return new ReviewBody.Commit(
                CommitBody.of(value.id()),
                TreeBody.of(value.tree()),
                value.parents().stream().map(CommitBody::of).toList(),
                value.authors().stream().map(PullRequestWire::gitActor).toList(),
                gitActor(value.committer()),
                value.hostSigned(),
                value.message());
    }

    static CommitFacts commit(ReviewBody.Commit value) {
        return new CommitFacts(
                value.id().value(),
                value.tree().value(),
                value.parents().stream().map(CommitBody::value).toList(),
                value.authors().stream().map(PullRequestWire::gitActor).toList(),
                gitActor(value.committer()),
                value.hostSigned(),
                value.message());
    }

    static ReviewBody.GitActor gitActor(GitActor value) {
        return new ReviewBody.GitActor(
                value.name(), value.email(), Known.map(value.account(), PullRequestWire::account));
    }

    static GitActor gitActor(ReviewBody.GitActor value) {
        return new GitActor(value.name(), value.email(), Known.map(value.account(), PullRequestWire::account));
    }

    static ReviewBody.Review review(ReviewFacts value) {
        return new ReviewBody.Review(
                account(value.reviewer()),
                reviewState(value.state()),
                Known.map(value.commit(), CommitBody::of),
                Known.map(value.tree(), TreeBody::of),
                value.reviewerMayPush(),
                value.submittedAt(),
                value.link(),
                Known.map(value.dismissal(), PullRequestWire::dismissal));
    }

    static ReviewFacts review(ReviewBody.Review value) {
        return new ReviewFacts(
                account(value.reviewer()),
                reviewState(value.state()),
                Known.map(value.commit(), CommitBody::value),
                Known.map(value.tree(), TreeBody::value),
                value.reviewerMayPush(),
                value.submittedAt(),
                value.link(),
                Known.map(value.dismissal(), PullRequestWire::dismissal));
    }

    static ReviewBody.ReviewState reviewState(ReviewFacts.State value) {
        return ReviewBody.ReviewState.valueOf(value.name());
    }

    static ReviewFacts.State reviewState(ReviewBody.ReviewState value) {
        return ReviewFacts.State.valueOf(value.name());
    }

    static ReviewBody.Dismissal dismissal(ReviewFacts.Dismissal value) {
        return new ReviewBody.Dismissal(account(value.by()), reviewState(value.was()));
    }

    static ReviewFacts.Dismissal dismissal(ReviewBody.Dismissal value) {
        return new ReviewFacts.Dismissal(account(value.by()), reviewState(value.was()));
    }

    static ReviewBody.LabelEvent labelEvent(LabelEvent value) {
        return new ReviewBody.LabelEvent(
                value.label(), value.added(), account(value.actor()), value.at(), value.labelChangedAt());
    }

    static LabelEvent labelEvent(ReviewBody.LabelEvent value) {
        return new LabelEvent(value.label(), value.added(), account(value.actor()), value.at(), value.labelChangedAt());
    }

    static ReviewBody.BodyEdit bodyEdit(BodyEdit value) {
        return new ReviewBody.BodyEdit(account(value.editor()), value.at(), value.text());
    }

    static BodyEdit bodyEdit(ReviewBody.BodyEdit value) {
        return new BodyEdit(account(value.editor()), value.at(), value.text());
    }

    static ReviewBody.Push push(PushFacts value) {
        return new ReviewBody.Push(
                account(value.pusher()), CommitBody.of(value.after()), value.at(), pushKind(value.kind()));
    }

    static PushFacts push(ReviewBody.Push value) {
        return new PushFacts(
                account(value.pusher()),
                value.after().value(),
                value.at(),
                Objects.requireNonNullElse(Known.map(value.kind(), PullRequestWire::pushKind), PushFacts.Kind.ADDED));
    }

    static ReviewBody.PushKind pushKind(PushFacts.Kind value) {
        return ReviewBody.PushKind.valueOf(value.name());
    }

    static PushFacts.Kind pushKind(ReviewBody.PushKind value) {
        return PushFacts.Kind.valueOf(value.name());
    }

    static ReviewBody.ChangedFile changedFile(ChangedFile value) {
        return new ReviewBody.ChangedFile(value.path(), value.previousPath());
    }

    static ChangedFile changedFile(ReviewBody.ChangedFile value) {
        return new ChangedFile(value.path(), value.previousPath());
    }

    static ReviewBody.Merge merge(MergeFacts value) {
        return new ReviewBody.Merge(
                CommitBody.of(value.reviewed()),
                CommitBody.of(value.onto()),
                CommitBody.of(value.result()),
                TreeBody.of(value.resultTree()),
                value.files().stream().map(PullRequestWire::mergedFile).toList(),
                value.complete());
    }

    static MergeFacts merge(ReviewBody.Merge value) {
        return new MergeFacts(
                value.reviewed().value(),
                value.onto().value(),
                value.result().value(),
                value.resultTree().value(),
                value.files().stream().map(PullRequestWire::mergedFile).toList(),
                value.complete());
    }

    static ReviewBody.MergedFile mergedFile(MergedFile value) {
        return new ReviewBody.MergedFile(value.path(), value.expected(), value.actual());
    }

    static MergedFile mergedFile(ReviewBody.MergedFile value) {
        return new MergedFile(value.path(), value.expected(), value.actual());
    }

    static ReviewBody.Rebuilt rebuilt(RebuiltFacts value) {
        return new ReviewBody.Rebuilt(
                CommitBody.of(value.reviewed()),
                CommitBody.of(value.reviewedFrom()),
                CommitBody.of(value.result()),
                CommitBody.of(value.resultFrom()));
    }

    static RebuiltFacts rebuilt(ReviewBody.Rebuilt value) {
        return new RebuiltFacts(
                value.reviewed().value(),
                value.reviewedFrom().value(),
                value.result().value(),
                value.resultFrom().value());
    }
}
