package io.jenkins.plugins.itgc.review;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Ground;
import io.jenkins.plugins.itgc.gate.Topic;
import io.jenkins.plugins.itgc.review.facts.ReviewEvidence;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import java.util.Map;
import java.util.Set;

/** The review gate for one change: is there a ticket, did a peer review exactly this code, did a manager agree. */
public final class ReviewGate implements Gate<ReviewEvidence> {
    /** Name of this gate in the ledger. */
    public static final String NAME = "review";

    private final ReviewRequest request;
    private final ReviewReader reader;
    private final ReviewJudge judge;

    /**
     * @param request which change is asked about
     * @param policy what a review must be
     * @param reader reads the change; of the same policy
     */
    public ReviewGate(ReviewRequest request, ReviewPolicy policy, ReviewReader reader) {
        this.request = request;
        this.reader = reader;
        this.judge = new ReviewJudge(policy);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Change subject() {
        return Change.unread(request.repository(), request.pullRequest(), request.commit(), request.environment());
    }

    @Override
    public ReviewEvidence gather() throws EvidenceUnavailable, InterruptedException {
        return reader.read(request);
    }

    @Override
    public Explanation judge(ReviewEvidence evidence) {
        return judge.judge(evidence);
    }

    /** Whether it is about one pull request rather than the production branch. */
    public boolean forPullRequest() {
        return request.pullRequest() != null;
    }

    @Override
    public Set<Topic> topics() {
        return request.pullRequest() == null
                ? Set.of()
                : Set.of(Topic.pullRequest(request.repository(), request.pullRequest()));
    }

    @Override
    public Map<Ground, Object> restsOn(ReviewEvidence evidence) {
        return new ReviewGrounds(evidence).hashed();
    }
}
