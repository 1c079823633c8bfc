package io.jenkins.plugins.itgc.testbed.sandbox.yaml;

import io.jenkins.plugins.itgc.testbed.sandbox.model.MergeMethod;
import io.jenkins.plugins.itgc.testbed.sandbox.model.ReviewState;
import java.time.Instant;
import java.util.List;

/**
 * One pull request.
 *
 * @param base branch it goes to; default: the default branch
 * @param head branch it comes from
 * @param headCommit default: the branch's tip; needed where the branch is gone
 * @param baseCommit default: the branch's tip, or what the merge commit was put on
 * @param headRepository full name of the fork that holds the head branch
 * @param headRepositoryDeleted whether that fork is gone
 * @param state open, closed or merged
 * @param mergeCommit needed when merged
 */
public record PullRequestYaml(
        Integer number,
        String title,
        String body,
        String author,
        String base,
        String head,
        String headCommit,
        String baseCommit,
        String headRepository,
        Boolean headRepositoryDeleted,
        State state,
        Boolean draft,
        Instant createdAt,
        String mergeCommit,
        MergeMethod mergeMethod,
        String mergedBy,
        Instant mergedAt,
        List<LabelYaml> labels,
        List<ReviewYaml> reviews,
        List<ForcePushYaml> forcePushes,
        List<ChangeYaml> titleChanges,
        List<ChangeYaml> baseChanges,
        List<EditYaml> edits,
        List<CommentYaml> comments) {

    /** As GitHub's users speak of it: merged is a state of its own. */
    public enum State {
        OPEN,
        CLOSED,
        MERGED
    }

    /** Fills in what was left out. */
    public PullRequestYaml {
        body = Defaults.or(body, "");
        state = Defaults.or(state, State.OPEN);
        headRepositoryDeleted = Defaults.or(headRepositoryDeleted, false);
        draft = Defaults.or(draft, false);
        mergeMethod = Defaults.or(mergeMethod, MergeMethod.MERGE);
        labels = Defaults.list(labels);
        reviews = Defaults.list(reviews);
        forcePushes = Defaults.list(forcePushes);
        titleChanges = Defaults.list(titleChanges);
        baseChanges = Defaults.list(baseChanges);
        edits = Defaults.list(edits);
        comments = Defaults.list(comments);
    }

    /** A label: who put it on and when, and who took it off again, if anybody. */
    public record LabelYaml(String name, String by, Instant at, String removedBy, Instant removedAt) {}

    /**
     * A submitted review.
     *
     * @param commit what the reviewer looked at; default: the head
     * @param repeat that many reviews, with {n} in author and body replaced by 1, 2, ...
     */
    public record ReviewYaml(
            String author,
            ReviewState state,
            String commit,
            Instant at,
            String body,
            DismissalYaml dismissed,
            EditYaml edited,
            Integer repeat) {
        /** Fills in what was left out. */
        public ReviewYaml {
            state = Defaults.or(state, ReviewState.APPROVED);
            body = Defaults.or(body, "");
            repeat = Defaults.or(repeat, 1);
        }
    }

    /** A review taken back by somebody with the right to. */
    public record DismissalYaml(String by, Instant at, String message) {}

    /** The head branch was rewritten. */
    public record ForcePushYaml(String before, String after, String by, Instant at) {}

    /** A title or a base branch became another. */
    public record ChangeYaml(String from, String to, String by, Instant at) {}

    /**
     * The text was edited after it was written.
     *
     * @param before what it said before; default: the same as after
     * @param deletedBy who took the text of this edit out of the history
     * @param deletedAt when; default: when it was edited
     */
    public record EditYaml(String by, Instant at, String before, String deletedBy, Instant deletedAt) {}

    /** A remark in the conversation. */
    public record CommentYaml(String author, String body, Instant at) {}
}
