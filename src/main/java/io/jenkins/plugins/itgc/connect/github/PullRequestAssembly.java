package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.connect.http.Json;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.review.facts.Account;
import io.jenkins.plugins.itgc.review.facts.ChangedFile;
import io.jenkins.plugins.itgc.review.facts.CommitFacts;
import io.jenkins.plugins.itgc.review.facts.LabelEvent;
import io.jenkins.plugins.itgc.review.facts.MergeFacts;
import io.jenkins.plugins.itgc.review.facts.PullRequestFacts;
import io.jenkins.plugins.itgc.review.facts.PushFacts;
import io.jenkins.plugins.itgc.review.facts.RebuiltFacts;
import io.jenkins.plugins.itgc.review.facts.ReviewFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts the facts of a pull request together, reading further only where the first answers ask for it. */
final class PullRequestAssembly {
    private final GitHubApi api;

    PullRequestAssembly(GitHubApi api) {
        this.api = api;
    }

    /** What was read at first. */
    record Parts(RepositoryId repository, PullRequestPages pages, List<PushFacts> pushes) {}

    /**
     * What came out.
     *
     * @param followedUp whether more had to be read
     */
    record Assembled(PullRequestFacts facts, boolean followedUp) {}

    Assembled assemble(Parts parts, String approvalLabel) throws EvidenceUnavailable, InterruptedException {
        PullRequestPages pages = parts.pages();
        Json pr = pages.pullRequest();
        List<CommitFacts> commits =
                pages.nodes("commits").stream().map(CommitReading::of).toList();
        CommitFacts head = head(pr, commits, parts.repository());
        List<ReviewFacts> reviews = new ReviewReading(pages).others();
        TimelineReading timeline = new TimelineReading(pages);
        List<LabelEvent> labels = timeline.labels();
        List<MergeFacts> merges = new BaseMerges(api, parts.repository()).since(head, commits, reviews);
        List<RebuiltFacts> rebuilt = new RebuiltCommits(api, parts.repository()).of(pr, commits, reviews, merges);
        Map<String, Boolean> mayPush = labellers(parts.repository(), labels, approvalLabel);
        List<PushFacts> pushes = Stream.concat(parts.pushes().stream(), timeline.forcePushes().stream())
                .toList();
        PullRequestFacts facts = new PullRequestFacts(
                parts.repository(),
                pr.number("number"),
                pr.text("url"),
                pr.text("title"),
                pr.optionalText("body").orElse(""),
                pr.flag("merged"),
                Accounts.of(pr.optional("author")),
                pr.instant("createdAt"),
                pr.text("baseRefName"),
                head.id(),
                head.tree(),
                pr.optional("mergeCommit").map(CommitReading::id).orElse(null),
                pr.optional("mergedAt").map(at -> pr.instant("mergedAt")).orElse(null),
                pr.optional("mergedBy").map(by -> by.text("login")).orElse(null),
                commits,
                reviews,
                labels,
                timeline.bodyEdits(),
                timeline.baseChanges(),
                pushes,
                files(parts),
                merges,
                rebuilt,
                pages.policyFile(),
                mayPush);
        boolean renames = facts.files().stream().anyMatch(file -> file.previousPath() != null);
        return new Assembled(facts, !merges.isEmpty() || !rebuilt.isEmpty() || !mayPush.isEmpty() || renames);
    }

    private CommitFacts head(Json pr, List<CommitFacts> commits, RepositoryId repository) throws EvidenceUnavailable {
        CommitId id = pr.get("headRefOid").as(CommitId::new);
        Optional<CommitFacts> head =
                commits.stream().filter(commit -> commit.id().equals(id)).findFirst();
        if (head.isEmpty()) {
            throw api.unavailable(
                    "connect.moved",
                    Message.of("connect.moved.what.head", id.abbreviated(), repository + "#" + pr.number("number")),
                    Message.of("connect.moved.next.head"));
        }
        return head.get();
    }

    /** The query does not tell where a renamed file came from, so that is read only when there is one. */
    private List<ChangedFile> files(Parts parts) throws EvidenceUnavailable, InterruptedException {
        List<Json> files = parts.pages().nodes("files");
        boolean renamed =
                files.stream().anyMatch(file -> file.text("changeType").equals("RENAMED"));
        if (renamed) {
            return renamedFiles(parts);
        }
        return files.stream()
                .map(file -> new ChangedFile(file.text("path"), null))
                .toList();
    }

    private List<ChangedFile> renamedFiles(Parts parts) throws EvidenceUnavailable, InterruptedException {
        String name =
                parts.repository() + "/pulls/" + parts.pages().pullRequest().number("number");
        List<ChangedFile> files = api.list(
                "/repos/" + name + "/files?per_page=100", "the files of " + name, 31, PullRequestAssembly::changed);
        int counted = parts.pages().nodes("files").size();
        if (files.size() != counted) {
            throw api.cutShort(Message.of("connect.part.files-of", name, counted, files.size()));
        }
        return files;
    }

    private static List<ChangedFile> changed(Json page) {
        return page.asList().stream()
                .map(file -> new ChangedFile(
                        file.text("filename"),
                        file.optionalText("previous_filename").orElse(null)))
                .toList();
    }

    /** The permission of whoever put the approving label on last; nobody else's matters. */
    private Map<String, Boolean> labellers(RepositoryId repository, List<LabelEvent> labels, String approvalLabel)
            throws EvidenceUnavailable, InterruptedException {
        Map<String, Boolean> mayPush = new HashMap<>();
        Permissions permissions = new Permissions(api);
        for (LabelEvent event : labels) {
            Account actor = event.actor();
            if (event.added() && event.label().equalsIgnoreCase(approvalLabel) && !mayPush.containsKey(actor.key())) {
                mayPush.put(actor.key(), actor.human() && permissions.mayPush(repository, actor));
            }
        }
        return mayPush;
    }
}
