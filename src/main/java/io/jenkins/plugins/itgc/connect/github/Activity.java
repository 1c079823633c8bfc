package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.connect.http.Json;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.review.ReviewRequest.HeadHint;
import io.jenkins.plugins.itgc.review.facts.PushFacts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads who pushed a branch. Author and committer are typed in; this is what GitHub itself saw. */
final class Activity {
    private static final int MOST_PAGES = 10;

    /** Whoever merges another pull request into the branch brings its commits there, as a push would. */
    private static final Set<String> PUSHES =
            Set.of("push", "force_push", "branch_creation", "pr_merge", "merge_queue_merge");

    private final GitHubApi api;

    Activity(GitHubApi api) {
        this.api = api;
    }

    /** All moves of the branch, newest first. */
    List<PushFacts> of(HeadHint branch) throws EvidenceUnavailable, InterruptedException {
        String ref = PathSegments.encodedValue("refs/heads/" + branch.branch());
        String path = "/repos/" + branch.repository() + "/activity?per_page=100&ref=" + ref;
        List<PushFacts> newestFirst =
                api.list(path, "the activity of " + branch.repository(), MOST_PAGES, Activity::pushes);
        Set<CommitId> stood = new HashSet<>();
        List<PushFacts> oldestFirst = new ArrayList<>();
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            PushFacts push = newestFirst.get(i);
            oldestFirst.add(stood.contains(push.after()) ? restored(push) : push);
            stood.add(push.after());
        }
        Collections.reverse(oldestFirst);
        return oldestFirst;
    }

    /** A branch that was deleted and put back as it was did not begin anew. */
    private static PushFacts restored(PushFacts push) {
        return push.kind() == PushFacts.Kind.BEGAN
                ? new PushFacts(push.pusher(), push.after(), push.at(), PushFacts.Kind.ADDED)
                : push;
    }

    private static List<PushFacts> pushes(Json page) {
        return page.asList().stream()
                .filter(entry -> PUSHES.contains(entry.text("activity_type")))
                .map(entry -> new PushFacts(
                        Accounts.ofRest(entry.optional("actor")),
                        entry.get("after").as(CommitId::new),
                        entry.instant("timestamp"),
                        kind(entry.text("activity_type"))))
                .toList();
    }

    private static PushFacts.Kind kind(String activity) {
        return switch (activity) {
            case "force_push" -> PushFacts.Kind.REWROTE;
            case "branch_creation" -> PushFacts.Kind.BEGAN;
            default -> PushFacts.Kind.ADDED;
        };
    }
}
