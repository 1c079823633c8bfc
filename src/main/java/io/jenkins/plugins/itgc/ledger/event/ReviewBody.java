package io.jenkins.plugins.itgc.ledger.event;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the ledger keeps of the review gate: its evidence and the policy it judged by. */
public interface ReviewBody {

    /**
     * Everything that the review of one change rests on.
     *
     * @param change what is judged
     * @param subject how the change was named
     * @param pullRequests each carried pull request with its tickets
     * @param baseline last deployed commit that the range starts after; null when nothing was deployed before, or for a
     *     review of one pull request
     * @param landings steps of the production branch since the baseline, oldest first; empty for a review of one pull request
     */
    record Evidence(
            ChangeBody change,
            Subject subject,
            List<PullRequest> pullRequests,
            @Nullable CommitBody baseline,
            List<Landing> landings) {
        public Evidence {
            pullRequests = OrEmpty.list(pullRequests);
            landings = OrEmpty.list(landings);
        }
    }

    /** How a change comes to be reviewed. */
    enum Subject {
        /** One pull request, before it is merged or by its number. */
        PULL_REQUEST,
        /** A commit of the production branch with all that came since the last deploy. */
        PRODUCTION_COMMIT
    }

    /**
     * A pull request with the tickets that its description names at the marked place and that exist.
     *
     * @param facts the pull request
     * @param tickets the tickets that were found, in the order they are named
     */
    record PullRequest(Facts facts, List<Ticket> tickets) {
        public PullRequest {
            tickets = OrEmpty.list(tickets);
        }
    }

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
     * @param mayPush write permission of people who act by label, by key
     */
    record Facts(
            RepositoryBody repository,
            int number,
            String link,
            String title,
            String body,
            boolean merged,
            Account author,
            Instant createdAt,
            String baseBranch,
            CommitBody head,
            TreeBody headTree,
            @Nullable CommitBody mergeCommit,
            @Nullable Instant mergedAt,
            @Nullable String mergedBy,
            List<Commit> commits,
            List<Review> reviews,
            List<LabelEvent> labelEvents,
            List<BodyEdit> bodyEdits,
            List<Instant> baseChanges,
            List<Push> pushes,
            List<ChangedFile> files,
            List<Merge> merges,
            List<Rebuilt> rebuilt,
            String repositoryPolicy,
            Map<String, Boolean> mayPush) {
        public Facts {
            commits = OrEmpty.list(commits);
            reviews = OrEmpty.list(reviews);
            labelEvents = OrEmpty.list(labelEvents);
            bodyEdits = OrEmpty.list(bodyEdits);
            baseChanges = OrEmpty.list(baseChanges);
            pushes = OrEmpty.list(pushes);
            files = OrEmpty.list(files);
            merges = OrEmpty.list(merges);
            rebuilt = OrEmpty.list(rebuilt);
            mayPush = OrEmpty.map(mayPush);
        }
    }

    /**
     * An account of the code host.
     *
     * @param login its name, compared without regard to case
     * @param kind what is behind it
     */
    record Account(String login, AccountKind kind) {}

    /** What is behind an account. */
    enum AccountKind {
        /** A person's user account. */
        HUMAN,
        /** An app or a bot account. */
        BOT,
        /** A deleted account. */
        GHOST,
        /** An organisation, an imported placeholder, or an unknown kind. */
        OTHER
    }

    /**
     * A commit of a pull request. Its dates are not kept: the author chooses them.
     *
     * @param id its name
     * @param tree its tree
     * @param parents in order; the first is the branch it was made on
     * @param authors author and co-authors, as the code host read them
     * @param committer who committed it
     * @param hostSigned the code host made this commit itself, proven by its own valid signature
     * @param message whole message
     */
    record Commit(
            CommitBody id,
            TreeBody tree,
            List<CommitBody> parents,
            List<GitActor> authors,
            GitActor committer,
            boolean hostSigned,
            String message) {
        public Commit {
            parents = OrEmpty.list(parents);
            authors = OrEmpty.list(authors);
        }
    }

    /**
     * A name in a commit: its author, a co-author or its committer. Name and e-mail are whatever somebody typed.
     *
     * @param name as in the commit
     * @param email as in the commit
     * @param account whom the code host attributes it to; null when it attributes it to nobody
     */
    record GitActor(String name, String email, @Nullable Account account) {}

    /**
     * A review of a pull request.
     *
     * @param reviewer who gave it
     * @param state what it says now
     * @param commit the head it was given for; null when that commit is gone
     * @param tree the tree of that commit; null when that commit is gone
     * @param reviewerMayPush whether the reviewer has write permission
     * @param submittedAt the code host's time of submission
     * @param link its address
     * @param dismissal how it was dismissed; null unless it was
     */
    record Review(
            Account reviewer,
            ReviewState state,
            @Nullable CommitBody commit,
            @Nullable TreeBody tree,
            boolean reviewerMayPush,
            Instant submittedAt,
            String link,
            @Nullable Dismissal dismissal) {}

    /** What a review says. */
    enum ReviewState {
        /** The change may go. */
        APPROVED,
        /** The change must be changed first. */
        CHANGES_REQUESTED,
        /** No opinion. */
        COMMENTED,
        /** An opinion whose weight somebody took off. */
        DISMISSED,
        /** Begun and not submitted. */
        PENDING
    }

    /**
     * Somebody took the weight off a review.
     *
     * @param by who dismissed it
     * @param was what it said before
     */
    record Dismissal(Account by, ReviewState was) {}

    /**
     * A label was put on or taken off.
     *
     * @param label name of the label
     * @param added true for put on
     * @param actor who did it
     * @param at the code host's time
     * @param labelChangedAt when the label itself was last changed, by a new name perhaps; null when that is not told
     */
    record LabelEvent(
            String label,
            boolean added,
            Account actor,
            Instant at,
            @Nullable Instant labelChangedAt) {}

    /**
     * The description of the pull request was edited.
     *
     * @param editor who did
     * @param at the code host's time
     * @param text the description after this edit; null when the code host does not tell
     */
    record BodyEdit(Account editor, Instant at, @Nullable String text) {}

    /**
     * Somebody moved the head branch, as the code host recorded it.
     *
     * @param pusher who did
     * @param after where the branch stood afterwards
     * @param at the code host's time
     * @param kind what it did to what stood there before; null in entries of before it was kept
     */
    record Push(
            Account pusher,
            CommitBody after,
            Instant at,
            @Nullable PushKind kind) {}

    /** What a push did to what stood there before. */
    enum PushKind {
        /** It stays in the history. */
        ADDED,
        /** It was replaced. */
        REWROTE,
        /** Nothing stood there. */
        BEGAN
    }

    /**
     * A file that the pull request changes.
     *
     * @param path where it is now
     * @param previousPath where it was; null unless renamed and known
     */
    record ChangedFile(String path, @Nullable String previousPath) {}

    /**
     * How reviewed work and another line of work were brought together: a merge commit, a squash or a rebase.
     *
     * @param reviewed the commit that carries the reviewed work
     * @param onto the commit that it was brought together with
     * @param result the commit that came out
     * @param resultTree tree of the result
     * @param files every file in which the result differs from {@code onto}, or should
     * @param complete false when the list may be cut short
     */
    record Merge(
            CommitBody reviewed,
            CommitBody onto,
            CommitBody result,
            TreeBody resultTree,
            List<MergedFile> files,
            boolean complete) {
        public Merge {
            files = OrEmpty.list(files);
        }
    }

    /**
     * A file that a merge brought together.
     *
     * @param path where it is
     * @param expected blob that the merge must hold: the reviewed one, or what a three-way merge gives; null when that conflicts
     * @param actual blob that it does hold; null when it holds none
     */
    record MergedFile(
            String path,
            @Nullable String expected,
            @Nullable String actual) {}

    /**
     * Two commits of the same tree, and where each left the base. The same tree is the same change only when it is laid over the
     * same code: over newer code it takes back what came in between.
     *
     * @param reviewed the commit that was approved
     * @param reviewedFrom where it left the base branch
     * @param result the commit that came in its place
     * @param resultFrom where that one left the base branch
     */
    record Rebuilt(CommitBody reviewed, CommitBody reviewedFrom, CommitBody result, CommitBody resultFrom) {}

    /**
     * One step by which the production branch moved on: the commits that one pull request put there, or a stray commit.
     *
     * @param onto where the production branch stood before; null when these are the first commits of all
     * @param commits commits on the production branch itself, oldest first; never empty
     * @param pullRequest number of the merged pull request they belong to; null when they belong to none
     * @param merge how its work was brought onto the branch; null when there is no pull request
     */
    record Landing(
            @Nullable CommitBody onto,
            List<CommitBody> commits,
            @Nullable Integer pullRequest,
            @Nullable Merge merge) {
        public Landing {
            commits = OrEmpty.list(commits);
        }
    }

    /**
     * What was read about a ticket.
     *
     * @param key its name
     * @param project project it stands in now
     * @param link its address
     * @param summary its title, outside text
     * @param status name of the status it has now
     * @param transitions changes of status, oldest first
     * @param scopeChanges times at which title or description changed, oldest first
     */
    record Ticket(
            TicketKey key,
            String project,
            String link,
            String summary,
            String status,
            List<Transition> transitions,
            List<Instant> scopeChanges) {
        public Ticket {
            transitions = OrEmpty.list(transitions);
            scopeChanges = OrEmpty.list(scopeChanges);
        }
    }

    /**
     * The name of a ticket in its tracker.
     *
     * @param tracker name of the tracker in the configuration
     * @param key such as {@code OPS-7}, or {@code 42} in Redmine
     */
    record TicketKey(String tracker, String key) {}

    /**
     * Somebody who acts in a ticket tracker.
     *
     * @param id the tracker's own stable identifier: Jira account id or user name, Redmine login
     * @param displayName for people only, never compared
     * @param human false for apps, automation rules and anonymous
     * @param manager whether the tracker itself lists this account in the managers' group
     */
    record TicketActor(String id, String displayName, boolean human, boolean manager) {}

    /**
     * A change of status.
     *
     * @param to name of the new status
     * @param actor who made it
     * @param at the tracker's time
     */
    record Transition(String to, TicketActor actor, Instant at) {}

    /**
     * The rules of one environment's review. Comes from the controller's configuration, never from the pull request.
     *
     * @param productionBranch the branch whose commits are deployed
     * @param requiredApprovals how many eligible people must approve; at least 1
     * @param approvalLabel label that counts as an approval of whoever put it on; empty when labels do not count
     * @param ticket what is asked of the ticket
     * @param migrationFiles globs of files that need a database migration
     * @param identities who is who in the ticket trackers
     */
    record Policy(
            String productionBranch,
            int requiredApprovals,
            String approvalLabel,
            TicketPolicy ticket,
            List<String> migrationFiles,
            Identities identities) {
        public Policy {
            migrationFiles = OrEmpty.list(migrationFiles);
        }
    }

    /**
     * What is asked of the ticket of a change.
     *
     * @param marker word that marks the line of the description that names the ticket, as in {@code Ticket: OPS-7}
     * @param trackers trackers a ticket may stand in; at least one
     */
    record TicketPolicy(String marker, List<Tracker> trackers) {
        public TicketPolicy {
            trackers = OrEmpty.list(trackers);
        }
    }

    /**
     * A ticket tracker and what a ticket in it must be.
     *
     * @param name name in the configuration
     * @param kind which product
     * @param url address of its front page, without a slash at the end
     * @param projects keys of the projects whose tickets count; at least one
     * @param approvedStatuses names of the statuses that say "a manager approved"; at least one
     * @param managersGroup the tracker's group whose members may approve
     */
    record Tracker(
            String name,
            TrackerKind kind,
            URI url,
            List<String> projects,
            List<String> approvedStatuses,
            String managersGroup) {
        public Tracker {
            projects = OrEmpty.list(projects);
            approvedStatuses = OrEmpty.list(approvedStatuses);
        }
    }

    /** Products whose tickets are read. */
    enum TrackerKind {
        /** Jira Cloud and Data Center. */
        JIRA,
        /** Redmine. */
        REDMINE
    }

    /**
     * Who is who: accounts of one person in several systems, entered by an administrator.
     *
     * @param people one entry a person
     */
    record Identities(List<Identity> people) {
        public Identities {
            people = OrEmpty.list(people);
        }
    }

    /**
     * One person.
     *
     * @param gitHub login at the code host
     * @param accounts accounts in ticket trackers
     */
    record Identity(String gitHub, List<TrackerAccount> accounts) {
        public Identity {
            accounts = OrEmpty.list(accounts);
        }
    }

    /**
     * An account in a ticket tracker.
     *
     * @param tracker name of the tracker
     * @param id the tracker's own identifier of the account
     */
    record TrackerAccount(String tracker, String id) {}
}
