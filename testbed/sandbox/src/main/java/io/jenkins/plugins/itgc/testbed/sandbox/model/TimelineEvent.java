package io.jenkins.plugins.itgc.testbed.sandbox.model;

import java.time.Instant;

/** What happened to a pull request; the names of the kinds are GitHub's. */
public sealed interface TimelineEvent {
    /** Database id. */
    long id();

    /** Who did it. */
    Account actor();

    /** When. */
    Instant at();

    /** A label was put on. */
    record LabeledEvent(long id, Account actor, Instant at, String label) implements TimelineEvent {}

    /** A label was taken off. */
    record UnlabeledEvent(long id, Account actor, Instant at, String label) implements TimelineEvent {}

    /** The head branch was rewritten. */
    record HeadRefForcePushedEvent(long id, Account actor, Instant at, String before, String after)
            implements TimelineEvent {}

    /** A review was taken back. */
    record ReviewDismissedEvent(
            long id, Account actor, Instant at, Review review, ReviewState previousState, String message)
            implements TimelineEvent {}

    /** The pull request was merged. */
    record MergedEvent(long id, Account actor, Instant at, String commit, String base) implements TimelineEvent {}

    /** It was closed, by a merge or without. */
    record ClosedEvent(long id, Account actor, Instant at) implements TimelineEvent {}

    /** It goes to another branch now. */
    record BaseRefChangedEvent(long id, Account actor, Instant at, String previous, String current)
            implements TimelineEvent {}

    /** It has another title now. */
    record RenamedTitleEvent(long id, Account actor, Instant at, String previous, String current)
            implements TimelineEvent {}

    /** A review was submitted. */
    record PullRequestReview(Review review) implements TimelineEvent {
        @Override
        public long id() {
            return review.id();
        }

        @Override
        public Account actor() {
            return review.author();
        }

        @Override
        public Instant at() {
            return review.submittedAt();
        }
    }

    /** A remark was made. */
    record IssueComment(Comment comment) implements TimelineEvent {
        @Override
        public long id() {
            return comment.id();
        }

        @Override
        public Account actor() {
            return comment.author();
        }

        @Override
        public Instant at() {
            return comment.createdAt();
        }
    }
}
