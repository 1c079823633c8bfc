package io.jenkins.plugins.itgc.review.facts;

import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.TreeId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was read about one pull request, all of it at one head.
 *
 * @param repository where it is
 * @param number its number
 * @param link its address
 * @param title as written, outside text
 * @param body description as written, outside text; empty when there is none
 * @param merged whether it has been merged
 * @param author who opened it
 * @param createdAt when, by the code host's clock
 * @param baseBranch the branch it goes to
 * @param head the commit that was judged
 * @param headTree its tree
 * @param mergeCommit the commit by which it was merged; null while it has not been
 * @param mergedAt when it was merged, by the code host's clock; null while it has not been; for numbers only, never for
 *     trust
 * @param mergedBy login of who merged it; null while nobody has, and for a deleted account
 * @param commits all of its commits, oldest first
 * @param reviews all reviews, oldest first, without those of this project's own bot
 * @param labelEvents labels put on and taken off, oldest first
 * @param bodyEdits edits of the description, oldest first
 * @param baseChanges times at which it was sent to another branch, or that branch was rewritten, oldest first
 * @param pushes moves of the head branch, newest first
 * @param files all changed files
 * @param merges merges after a review, by the name of the merge commit
 * @param rebuilt commits that have the tree of an approved one, with where both left the base
 * @param repositoryPolicy the repository's own policy file on the production branch; empty when it has none
 * @param mayPush write permission of people who act by label, by {@link Account#key()}
 */
public record PullRequestFacts(
        RepositoryId repository,
        int number,
        String link,
        String title,
        String body,
        boolean merged,
        Account author,
        Instant createdAt,
        String baseBranch,
        CommitId head,
        TreeId headTree,
        @Nullable CommitId mergeCommit,
        @Nullable Instant mergedAt,
        @Nullable String mergedBy,
        List<CommitFacts> commits,
        List<ReviewFacts> reviews,
        List<LabelEvent> labelEvents,
        List<BodyEdit> bodyEdits,
        List<Instant> baseChanges,
        List<PushFacts> pushes,
        List<ChangedFile> files,
        List<MergeFacts> merges,
        List<RebuiltFacts> rebuilt,
        String repositoryPolicy,
        Map<String, Boolean> mayPush) {
    public PullRequestFacts {
        commits = List.copyOf(commits);
        reviews = List.copyOf(reviews);
        labelEvents = List.copyOf(labelEvents);
        bodyEdits = List.copyOf(bodyEdits);
        baseChanges = List.copyOf(baseChanges);
        pushes = List.copyOf(pushes);
        files = List.copyOf(files);
        merges = List.copyOf(merges);
        rebuilt = List.copyOf(rebuilt);
        mayPush = Map.copyOf(mayPush);
    }

    /** How people name it, such as {@code acme/orders#12}. */
    public String name() {
        return repository + "#" + number;
    }

    /** One of its own commits; empty for a commit of another branch. */
    public Optional<CommitFacts> commit(CommitId id) {
        return commits.stream().filter(commit -> commit.id().equals(id)).findFirst();
    }

    /** The last push that brought the head to where it is. */
    public Optional<PushFacts> headPush() {
        return pushes.stream()
                .filter(push -> push.after().equals(head))
                .max(Comparator.comparing(PushFacts::at)
                        .thenComparing(push -> push.pusher().key()));
    }
}
