package io.jenkins.plugins.itgc.testbed.sandbox.build;

import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.WorldFormatException;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Comment;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Edit;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Merge;
import io.jenkins.plugins.itgc.testbed.sandbox.model.MergeMethod;
import io.jenkins.plugins.itgc.testbed.sandbox.model.PullRequest;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Repository;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Review;
import io.jenkins.plugins.itgc.testbed.sandbox.model.ReviewState;
import io.jenkins.plugins.itgc.testbed.sandbox.model.TimelineEvent;
import io.jenkins.plugins.itgc.testbed.sandbox.yaml.PullRequestYaml;
import io.jenkins.plugins.itgc.testbed.sandbox.yaml.PullRequestYaml.LabelYaml;
import io.jenkins.plugins.itgc.testbed.sandbox.yaml.PullRequestYaml.ReviewYaml;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One pull request with its timeline. */
final class PullRequestBuilder {
    private final World world;
    private final Repository repository;
    private final PullRequestYaml yaml;
    private final List<Object> path;

    PullRequestBuilder(World world, Repository repository, PullRequestYaml yaml, List<Object> path) {
        this.world = world;
        this.repository = repository;
        this.yaml = yaml;
        this.path = path;
    }

    void build() {
        require(
                yaml.number() != null && yaml.title() != null && yaml.head() != null,
                "number, title and head are needed");
        require(!repository.pullRequests().containsKey(yaml.number()), "number " + yaml.number() + " is taken");
        String base = yaml.base() == null ? repository.defaultBranch() : yaml.base();
        Instant createdAt = world.times().or(yaml.createdAt());
        PullRequest pull = new PullRequest(
                world.ids().next(),
                yaml.number(),
                account(yaml.author(), "author"),
                repository,
                base,
                headRepository(),
                yaml.head(),
                createdAt);
        pull.describe(yaml.title(), WrittenEdits.original(yaml.edits(), yaml.body()), yaml.draft());
        pull.pin(headCommit(pull), baseCommit(pull));
        repository.pullRequests().put(pull.number(), pull);
        timeline(pull);
        close(pull);
        deleteFork(pull);
    }

    private void deleteFork(PullRequest pull) {
        if (yaml.headRepositoryDeleted()) {
            require(
                    yaml.headRepository() != null
                            && world.findRepository(yaml.headRepository()).isEmpty(),
                    "headRepositoryDeleted needs a headRepository that the world does not describe");
            pull.deleteHeadRepository();
        }
    }

    private Repository headRepository() {
        if (yaml.headRepository() == null) {
            return repository;
        }
        // A fork may be written below the repository that it is a fork of, where nothing else of it matters.
        return world.findRepository(yaml.headRepository()).orElseGet(this::bareFork);
    }

    private Repository bareFork() {
        require(yaml.headRepository().contains("/"), "headRepository is written as owner/name");
        require(yaml.headCommit() != null, "a head in a fork that the world does not describe needs headCommit");
        Repository fork = new Repository(
                world.ids().next(),
                yaml.headRepository(),
                repository,
                repository.store(),
                repository.defaultBranch(),
                Set.of(),
                repository.access());
        fork.branches().put(yaml.head(), commit(yaml.headCommit(), "headCommit"));
        if (!yaml.headRepositoryDeleted()) {
            world.add(fork);
        }
        return fork;
    }

    private String headCommit(PullRequest pull) {
        if (yaml.headCommit() != null) {
            return commit(yaml.headCommit(), "headCommit");
        }
        boolean branchExists = pull.headRepository().branches().containsKey(yaml.head());
        if (!branchExists && yaml.mergeCommit() != null && yaml.mergeMethod() == MergeMethod.MERGE) {
            return repository.store().commit(mergeCommit()).parents().get(1);
        }
        if (!branchExists) {
            throw error("head", "there is no branch '" + yaml.head() + "'; give headCommit where it is gone");
        }
        return null;
    }

    private String baseCommit(PullRequest pull) {
        if (yaml.baseCommit() != null) {
            return commit(yaml.baseCommit(), "baseCommit");
        }
        if (yaml.mergeCommit() != null && yaml.mergeMethod() != MergeMethod.REBASE) {
            return repository.store().commit(mergeCommit()).parents().get(0);
        }
        if (!repository.branches().containsKey(pull.base())) {
            throw error("base", "there is no branch '" + pull.base() + "'");
        }
        return null;
    }

    private void timeline(PullRequest pull) {
        yaml.forcePushes()
                .forEach(push -> pull.happened(new TimelineEvent.HeadRefForcePushedEvent(
                        id(),
                        account(push.by(), "forcePushes"),
                        at(push.at()),
                        commit(push.before(), "forcePushes"),
                        commit(push.after(), "forcePushes"))));
        yaml.titleChanges()
                .forEach(change -> pull.happened(new TimelineEvent.RenamedTitleEvent(
                        id(), account(change.by(), "titleChanges"), at(change.at()), change.from(), pull.title())));
        yaml.baseChanges()
                .forEach(change -> pull.happened(new TimelineEvent.BaseRefChangedEvent(
                        id(), account(change.by(), "baseChanges"), at(change.at()), change.from(), pull.base())));
        yaml.labels().forEach(label -> label(pull, label));
        yaml.reviews().forEach(review -> reviews(pull, review));
        yaml.comments()
                .forEach(comment -> pull.happened(new TimelineEvent.IssueComment(
                        new Comment(id(), account(comment.author(), "comments"), comment.body(), at(comment.at())))));
        WrittenEdits.of(yaml.edits(), yaml.body()).forEach(edit -> pull.editBody(edit(edit)));
    }

    private void label(PullRequest pull, LabelYaml label) {
        pull.happened(
                new TimelineEvent.LabeledEvent(id(), account(label.by(), "labels"), at(label.at()), label.name()));
        if (label.removedBy() != null) {
            pull.happened(new TimelineEvent.UnlabeledEvent(
                    id(), account(label.removedBy(), "labels"), at(label.removedAt()), label.name()));
        }
    }

    private void reviews(PullRequest pull, ReviewYaml review) {
        for (int n = 1; n <= review.repeat(); n++) {
            review(pull, review, Integer.toString(n));
        }
    }

    private void review(PullRequest pull, ReviewYaml written, String n) {
        require(written.author() != null, "a review needs an author");
        // A review that is written as DISMISSED was an approval once: GitHub dismisses nothing else but change
        // requests.
        ReviewState given = written.state() == ReviewState.DISMISSED ? ReviewState.APPROVED : written.state();
        String body = written.body().replace("{n}", n);
        List<PullRequestYaml.EditYaml> edits = written.edited() == null ? List.of() : List.of(written.edited());
        Review review = new Review(
                id(),
                account(written.author().replace("{n}", n), "reviews"),
                given,
                written.commit() == null ? pull.headOid() : commit(written.commit(), "reviews"),
                WrittenEdits.original(edits, body),
                at(written.at()));
        pull.happened(new TimelineEvent.PullRequestReview(review));
        WrittenEdits.of(edits, body).forEach(edit -> review.edit(edit(edit)));
        if (written.dismissed() != null || written.state() == ReviewState.DISMISSED) {
            dismissed(pull, review, written);
        }
    }

    private void dismissed(PullRequest pull, Review review, ReviewYaml written) {
        if (written.dismissed() == null) {
            throw error("reviews", "a dismissed review needs 'dismissed' with 'by'");
        }
        pull.happened(new TimelineEvent.ReviewDismissedEvent(
                id(),
                account(written.dismissed().by(), "reviews"),
                at(written.dismissed().at()),
                review,
                review.state(),
                written.dismissed().message()));
    }

    private void close(PullRequest pull) {
        if (yaml.state() == PullRequestYaml.State.OPEN) {
            require(yaml.mergeCommit() == null, "an open pull request has no mergeCommit; write state: merged");
            return;
        }
        Instant at = at(yaml.mergedAt());
        Account by = yaml.mergedBy() == null ? pull.author() : account(yaml.mergedBy(), "mergedBy");
        if (yaml.state() == PullRequestYaml.State.MERGED) {
            Merge merge = new Merge(mergeCommit(), yaml.mergeMethod(), by, at);
            pull.happened(new TimelineEvent.MergedEvent(id(), by, at, merge.commit(), pull.base()));
            pull.close(merge, at);
        } else {
            pull.close(null, at);
        }
        pull.happened(new TimelineEvent.ClosedEvent(id(), by, at));
    }

    private String mergeCommit() {
        if (yaml.mergeCommit() == null) {
            throw error("mergeCommit", "a merged pull request needs it");
        }
        return commit(yaml.mergeCommit(), "mergeCommit");
    }

    private Edit edit(WrittenEdits.Written edit) {
        PullRequestYaml.EditYaml written = edit.yaml();
        Instant at = at(written.at());
        Edit.Deletion deletion = written.deletedBy() == null
                ? null
                : new Edit.Deletion(
                        account(written.deletedBy(), "edits"), written.deletedAt() == null ? at : written.deletedAt());
        return new Edit(id(), account(written.by(), "edits"), at, edit.text(), deletion);
    }

    private String commit(String alias, String key) {
        if (alias == null) {
            throw error(key, "a commit is missing here");
        }
        return repository.commitAt(alias).orElseThrow(() -> error(key, "there is no commit or branch '" + alias + "'"));
    }

    private Account account(String login, String key) {
        return world.accounts().login(login, step(key));
    }

    private long id() {
        return world.ids().next();
    }

    private Instant at(Instant written) {
        return world.times().or(written);
    }

    private void require(boolean holds, String complaint) {
        if (!holds) {
            throw new WorldFormatException(path, complaint);
        }
    }

    private WorldFormatException error(String key, String complaint) {
        return new WorldFormatException(step(key), complaint);
    }

    private List<Object> step(String key) {
        List<Object> further = new ArrayList<>(path);
        further.add(key);
        return further;
    }
}
