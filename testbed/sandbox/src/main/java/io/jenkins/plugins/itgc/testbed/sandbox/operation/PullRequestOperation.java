package io.jenkins.plugins.itgc.testbed.sandbox.operation;

import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.git.Commit;
import io.jenkins.plugins.itgc.testbed.sandbox.git.MergeWriter;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Comment;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Edit;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Merge;
import io.jenkins.plugins.itgc.testbed.sandbox.model.MergeMethod;
import io.jenkins.plugins.itgc.testbed.sandbox.model.PullRequest;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Push;
import io.jenkins.plugins.itgc.testbed.sandbox.model.PushType;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Repository;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Review;
import io.jenkins.plugins.itgc.testbed.sandbox.model.ReviewState;
import io.jenkins.plugins.itgc.testbed.sandbox.model.TimelineEvent;
import java.time.Instant;

/** Something happens to a pull request. */
public sealed interface PullRequestOperation extends Operation {
    /** "owner/name". */
    String repository();

    /** Number of the pull request. */
    int number();

    /** Does it to the pull request; the actor exists. */
    void applyTo(World world, PullRequest pull, Account actor, Instant at);

    /** Login of who does it. */
    String by();

    @Override
    default void applyTo(World world) {
        PullRequest pull = world.repository(Required.parameter(repository(), "repository"))
                .pullRequests()
                .get(number());
        if (pull == null) {
            throw new IllegalArgumentException("there is no pull request " + repository() + "#" + number());
        }
        applyTo(
                world,
                pull,
                world.accounts().known(Required.parameter(by(), "by")),
                world.clock().tick());
    }

    /**
     * A review is submitted.
     *
     * @param state default: approved
     * @param commit default: the head
     */
    record AddReview(String repository, int number, String by, ReviewState state, String commit, String body)
            implements PullRequestOperation {
        @Override
        public void applyTo(World world, PullRequest pull, Account actor, Instant at) {
            String sha = commit == null
                    ? pull.headOid()
                    : pull.repository()
                            .commitAt(commit)
                            .orElseThrow(() -> new IllegalArgumentException("there is no commit '" + commit + "'"));
            ReviewState given = Required.or(state, ReviewState.APPROVED);
            pull.happened(new TimelineEvent.PullRequestReview(
                    new Review(world.ids().next(), actor, given, sha, Required.or(body, ""), at)));
        }
    }

    /**
     * The latest review of somebody is dismissed.
     *
     * @param author login of who gave the review
     */
    record DismissReview(String repository, int number, String by, String author, String message)
            implements PullRequestOperation {
        @Override
        public void applyTo(World world, PullRequest pull, Account actor, Instant at) {
            Review review = pull.reviews().stream()
                    .filter(given -> given.author().login().equals(author))
                    .reduce((earlier, later) -> later)
                    .orElseThrow(() -> new IllegalArgumentException("'" + author + "' gave no review"));
            pull.happened(new TimelineEvent.ReviewDismissedEvent(
                    world.ids().next(), actor, at, review, review.state(), Required.or(message, "")));
        }
    }

    /** A label is put on. */
    record AddLabel(String repository, int number, String by, String label) implements PullRequestOperation {
        @Override
        public void applyTo(World world, PullRequest pull, Account actor, Instant at) {
            String name = Required.parameter(label, "label");
            pull.happened(new TimelineEvent.LabeledEvent(world.ids().next(), actor, at, name));
        }
    }

    /** A label is taken off. */
    record RemoveLabel(String repository, int number, String by, String label) implements PullRequestOperation {
        @Override
        public void applyTo(World world, PullRequest pull, Account actor, Instant at) {
            pull.happened(new TimelineEvent.UnlabeledEvent(world.ids().next(), actor, at, label));
        }
    }

    /** The description is edited. */
    record EditBody(String repository, int number, String by, String body) implements PullRequestOperation {
        @Override
        public void applyTo(World world, PullRequest pull, Account actor, Instant at) {
            pull.editBody(new Edit(world.ids().next(), actor, at, Required.parameter(body, "body")));
        }
    }

    /** The title is edited. */
    record EditTitle(String repository, int number, String by, String title) implements PullRequestOperation {
        @Override
        public void applyTo(World world, PullRequest pull, Account actor, Instant at) {
            pull.happened(new TimelineEvent.RenamedTitleEvent(
                    world.ids().next(), actor, at, pull.title(), Required.parameter(title, "title")));
        }
    }

    /** It shall go to another branch. */
    record ChangeBase(String repository, int number, String by, String base) implements PullRequestOperation {
        @Override
        public void applyTo(World world, PullRequest pull, Account actor, Instant at) {
            if (!pull.repository().branches().containsKey(Required.parameter(base, "base"))) {
                throw new IllegalArgumentException("there is no branch '" + base + "'");
            }
            pull.happened(new TimelineEvent.BaseRefChangedEvent(world.ids().next(), actor, at, pull.base(), base));
        }
    }

    /** A remark is made. */
    record AddComment(String repository, int number, String by, String body) implements PullRequestOperation {
        @Override
        public void applyTo(World world, PullRequest pull, Account actor, Instant at) {
            String text = Required.parameter(body, "body");
            pull.happened(new TimelineEvent.IssueComment(new Comment(world.ids().next(), actor, text, at)));
        }
    }

    /** It is closed without a merge. */
    record ClosePullRequest(String repository, int number, String by) implements PullRequestOperation {
        @Override
        public void applyTo(World world, PullRequest pull, Account actor, Instant at) {
            pull.close(null, at);
            pull.happened(new TimelineEvent.ClosedEvent(world.ids().next(), actor, at));
        }
    }

    /**
     * It is merged with GitHub's button.
     *
     * @param method default: merge
     */
    record MergePullRequest(String repository, int number, String by, MergeMethod method)
            implements PullRequestOperation {
        @Override
        public void applyTo(World world, PullRequest pull, Account actor, Instant at) {
            if (pull.closedAt().isPresent()) {
                throw new IllegalArgumentException(repository + "#" + number + " is closed");
            }
            MergeMethod how = Required.or(method, MergeMethod.MERGE);
            Repository target = pull.repository();
            String before = pull.baseOid();
            Account author = how == MergeMethod.SQUASH ? pull.author() : actor;
            Commit.Person person = new Commit.Person(author.name(), author.email(), at);
            String sha = new MergeWriter(target.store()).merge(how, before, pull.headOid(), person, message(pull, how));
            pull.close(new Merge(sha, how, actor, at), at);
            pull.happened(new TimelineEvent.MergedEvent(world.ids().next(), actor, at, sha, pull.base()));
            pull.happened(new TimelineEvent.ClosedEvent(world.ids().next(), actor, at));
            target.branches().put(pull.base(), sha);
            String ref = "refs/heads/" + pull.base();
            target.pushes().add(new Push(world.ids().next(), ref, actor, PushType.PR_MERGE, before, sha, at));
        }

        private static String message(PullRequest pull, MergeMethod how) {
            return how == MergeMethod.MERGE
                    ? "Merge pull request #" + pull.number() + " from "
                            + pull.headRepository().owner() + "/" + pull.head() + "\n\n" + pull.title()
                    : pull.title() + " (#" + pull.number() + ")";
        }
    }
}
