package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.connect.http.Json;
import io.jenkins.plugins.itgc.connect.http.MalformedAnswer;
import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.review.facts.ReviewFacts.State;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What our account's vote on a pull request is, read by itself where the pull request could not be judged.
 *
 * @param head where the pull request is now
 * @param open whether it can still be merged
 * @param approves whether the vote is an approval
 * @param approved what was approved; null when that commit is gone, or nothing was
 */
public record StandingVote(
        CommitId head,
        boolean open,
        boolean approves,
        @Nullable CommitId approved) {
    static StandingVote read(GitHubApi api, Change change) throws EvidenceUnavailable, InterruptedException {
        int number = change.pullRequests().get(0);
        Map<String, Object> variables = Map.of(
                "owner", change.repository().owner(),
                "name", change.repository().name(),
                "number", number);
        return api.query("standing-vote.graphql", variables, change.repository() + "#" + number, StandingVote::of);
    }

    private static StandingVote of(Json data) {
        Json pullRequest = data.get("repository").get("pullRequest");
        List<Json> approvals = approvals(
                pullRequest.get("latestOpinionatedReviews"), data.get("viewer").text("login"));
        CommitId approved = approvals.stream()
                .findFirst()
                .flatMap(review -> review.optional("commit"))
                .map(CommitReading::id)
                .orElse(null);
        return new StandingVote(
                pullRequest.get("headRefOid").as(CommitId::new),
                pullRequest.text("state").equals("OPEN"),
                !approvals.isEmpty(),
                approved);
    }

    private static List<Json> approvals(Json reviews, String viewer) {
        if (reviews.get("pageInfo").flag("hasNextPage")) {
            throw new MalformedAnswer(
                    Message.of("connect.answer.pull-request"), Message.of("connect.answer.many-reviewers"));
        }
        return reviews.list("nodes").stream()
                .filter(review -> review.text("state").equals(State.APPROVED.name()))
                .filter(review ->
                        Accounts.of(review.optional("author")).login().equalsIgnoreCase(Accounts.plain(viewer)))
                .toList();
    }

    /** Whether a ruling is about what is there now: a build of an older commit does not speak for the head. */
    public boolean concerns(Ruling ruling) {
        CommitId judged = ruling.change().commit();
        return open && (judged == null || judged.equals(head));
    }

    /**
     * Whether the approval says more than is known: it is for another commit, or what keeps the gate from judging does not
     * pass by itself. A transient failure leaves an approval of this very commit alone.
     */
    boolean overstates(Ruling unknown) {
        return concerns(unknown) && approves && (!head.equals(approved) || lasting(unknown));
    }

    /** Whether somebody must act before it can be judged. */
    public static boolean lasting(Ruling unknown) {
        return unknown.decision() instanceof Decision.Unknown decision && decision.retryAt() == null;
    }

    /** The same ruling, said of the head. */
    public Ruling ofHead(Ruling ruling) {
        Change judged = ruling.change();
        Change change = new Change(
                judged.repository(),
                head,
                judged.tree(),
                judged.pullRequests(),
                judged.environment(),
                judged.subject());
        return new Ruling(ruling.gate(), change, ruling.decision(), ruling.explanation());
    }
}
