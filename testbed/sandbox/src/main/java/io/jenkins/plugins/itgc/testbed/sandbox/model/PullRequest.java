package io.jenkins.plugins.itgc.testbed.sandbox.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A pull request as it stands now. Its head follows the branch until it is closed. */
public final class PullRequest {
    private final long id;
    private final int number;
    private final Account author;
    private final Repository repository;
    private final Repository headRepository;
    private final String head;
    private final Instant createdAt;
    private final Set<String> labels = new LinkedHashSet<>();
    private final List<Review> reviews = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private final List<TimelineEvent> events = new ArrayList<>();
    private final EditedText body;
    private String title;
    private String base;
    private boolean draft;
    private boolean headRepositoryDeleted;
    private String headCommit;
    private String baseCommit;
    private Merge merge;
    private Instant closedAt;
    private Instant updatedAt;

    /**
     * @param repository where it goes to
     * @param headRepository where it comes from: the same, or a fork
     * @param head branch it comes from
     */
    public PullRequest(
            long id,
            int number,
            Account author,
            Repository repository,
            String base,
            Repository headRepository,
            String head,
            Instant createdAt) {
        this.id = id;
        this.number = number;
        this.author = author;
        this.repository = repository;
        this.base = base;
        this.headRepository = headRepository;
        this.head = head;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
        this.body = new EditedText(id, author, createdAt);
    }

    /** Sets the texts without a trace of an edit. */
    public void describe(String newTitle, String newBody, boolean isDraft) {
        title = newTitle;
        body.write(newBody);
        draft = isDraft;
    }

    /** Holds head or base at a commit, whatever the branches do; null lets it follow its branch. */
    public void pin(String newHeadCommit, String newBaseCommit) {
        headCommit = newHeadCommit;
        baseCommit = newBaseCommit;
    }

    /** Replaces the text. */
    public void editBody(Edit edit) {
        body.edit(edit);
        updatedAt = edit.at();
    }

    /** Records an event and does what it says. */
    public void happened(TimelineEvent event) {
        events.add(event);
        updatedAt = event.at().isAfter(updatedAt) ? event.at() : updatedAt;
        if (event instanceof TimelineEvent.LabeledEvent labeled) {
            labels.add(labeled.label());
        } else if (event instanceof TimelineEvent.UnlabeledEvent unlabeled) {
            labels.remove(unlabeled.label());
        } else if (event instanceof TimelineEvent.PullRequestReview submitted) {
            reviews.add(submitted.review());
        } else if (event instanceof TimelineEvent.IssueComment commented) {
            comments.add(commented.comment());
        } else if (event instanceof TimelineEvent.ReviewDismissedEvent dismissed) {
            dismissed.review().dismiss();
        } else if (event instanceof TimelineEvent.RenamedTitleEvent renamed) {
            title = renamed.current();
        } else if (event instanceof TimelineEvent.BaseRefChangedEvent changed) {
            base = changed.current();
        }
    }

    /** Closes it, merged where merge is not null; the head stays where it is. */
    public void close(Merge how, Instant at) {
        pin(headOid(), baseOid());
        merge = how;
        closedAt = at;
        updatedAt = at;
    }

    /** SHA of the head. */
    public String headOid() {
        return headCommit != null ? headCommit : headRepository.branches().get(head);
    }

    /** SHA of the base branch: now, or when it was closed. */
    public String baseOid() {
        return baseCommit != null
                ? baseCommit
                : Objects.requireNonNull(repository.branches().get(base));
    }

    /** Database id. */
    public long id() {
        return id;
    }

    /** Number in its repository. */
    public int number() {
        return number;
    }

    /** Who opened it. */
    public Account author() {
        return author;
    }

    /** Where it goes to. */
    public Repository repository() {
        return repository;
    }

    /** Where it comes from. */
    public Repository headRepository() {
        return headRepository;
    }

    /** From now on GitHub tells no more where it came from. */
    public void deleteHeadRepository() {
        headRepositoryDeleted = true;
    }

    /** Where it comes from, unless that was deleted. */
    public Optional<Repository> shownHeadRepository() {
        return headRepositoryDeleted ? Optional.empty() : Optional.of(headRepository);
    }

    /** Branch it comes from. */
    public String head() {
        return head;
    }

    /** Branch it goes to. */
    public String base() {
        return base;
    }

    /** When it was opened. */
    public Instant createdAt() {
        return createdAt;
    }

    /** When it last changed. */
    public Instant updatedAt() {
        return updatedAt;
    }

    /** Title now. */
    public String title() {
        return title;
    }

    /** Description now. */
    public String body() {
        return body.text();
    }

    /** Not ready for review. */
    public boolean draft() {
        return draft;
    }

    /** Names of its labels. */
    public List<String> labels() {
        return List.copyOf(labels);
    }

    /** All reviews, oldest first. */
    public List<Review> reviews() {
        return List.copyOf(reviews);
    }

    /** All remarks, oldest first. */
    public List<Comment> comments() {
        return List.copyOf(comments);
    }

    /** Everything that happened, oldest first. */
    public List<TimelineEvent> timeline() {
        return events.stream().sorted(Comparator.comparing(TimelineEvent::at)).toList();
    }

    /** Changes of the description, oldest first, after the writing itself; empty when it was never changed. */
    public List<Edit> edits() {
        return body.edits();
    }

    /** The last change of the description. */
    public Optional<Edit> lastEdit() {
        return body.last();
    }

    /** How it got in, if it did. */
    public Optional<Merge> merge() {
        return Optional.ofNullable(merge);
    }

    /** When it was closed, if it is. */
    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }
}
