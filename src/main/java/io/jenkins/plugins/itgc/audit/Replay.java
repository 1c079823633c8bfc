package io.jenkins.plugins.itgc.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.ledger.event.Event;
import io.jenkins.plugins.itgc.ledger.event.Kind;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import io.jenkins.plugins.itgc.ledger.event.ReviewBody;
import io.jenkins.plugins.itgc.ledger.event.RulingBody;
import io.jenkins.plugins.itgc.ledger.event.RulingEvent;
import io.jenkins.plugins.itgc.review.ReviewJudge;
import io.jenkins.plugins.itgc.review.ReviewPolicyWire;
import io.jenkins.plugins.itgc.review.ReviewWire;
import io.jenkins.plugins.itgc.review.facts.ReviewEvidence;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Judges reviews again on the evidence that was kept: by the policy that was kept with it, changed as somebody wishes. What
 * comes out otherwise is what that policy would have changed; with no wish, nothing may come out otherwise.
 */
public final class Replay {
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final ObjectNode wish;
    private final List<Difference> differences = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private long judged;
    private long withoutEvidence;

    /**
     * A review that would have gone another way.
     *
     * @param entry its entry
     * @param subject what it was about
     * @param was pass, refuse, wait or unknown
     * @param would the same of the other policy
     * @param why findings of the other policy, sentences; empty for a pass
     */
    public record Difference(long entry, String subject, String was, String would, List<String> why) {}

    /**
     * What came of it.
     *
     * @param judged how many were judged again
     * @param withoutEvidence how many could not be, because nothing was read then or the body is in an archive
     * @param differences those that would have gone another way
     * @param unreadable what could not be judged again for another reason, sentences
     */
    public record Report(long judged, long withoutEvidence, List<Difference> differences, List<String> unreadable) {}

    /**
     * A replay.
     *
     * @param wish a JSON object: the fields of the policy that are to be other than they were
     * @throws IllegalArgumentException when it is none
     */
    public Replay(String wish) {
        try {
            if (JSON.readTree(wish) instanceof ObjectNode fields) {
                this.wish = fields;
                return;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The policy is not JSON: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("The policy must be a JSON object, such as {\"requiredApprovals\": 2}.");
    }

    /** Judges again what an event tells of; only reviews are judged again. */
    public void take(Recorded<Event> recorded) {
        boolean review = recorded.entry().kind().equals(Kind.REVIEW_DECIDED.name());
        if (review && recorded.event() instanceof Event.Unreadable unreadable) {
            tell(recorded, unreadable.problem());
        } else if (review && recorded.event() instanceof RulingEvent.Review judgement) {
            take(recorded, judgement.body());
        } else if (review) {
            withoutEvidence++;
        }
    }

    private void take(Recorded<Event> recorded, RulingBody<ReviewBody.Policy, ReviewBody.Evidence> body) {
        ReviewBody.Evidence evidence = body.evidence();
        if (evidence == null) {
            withoutEvidence++;
            return;
        }
        try {
            judge(recorded, body, ReviewWire.evidence(evidence));
        } catch (JsonProcessingException | RuntimeException e) {
            tell(recorded, e.getMessage());
        }
    }

    private void tell(Recorded<Event> recorded, @Nullable String problem) {
        String first = String.valueOf(problem).lines().findFirst().orElse("").strip();
        unreadable.add("Entry " + recorded.sequence() + " cannot be judged again: " + first);
    }

    private void judge(
            Recorded<Event> recorded, RulingBody<ReviewBody.Policy, ReviewBody.Evidence> body, ReviewEvidence evidence)
            throws JsonProcessingException {
        ObjectNode policy = JSON.valueToTree(body.policy());
        policy.setAll(wish);
        ReviewPolicy other = ReviewPolicyWire.policy(JSON.treeToValue(policy, ReviewBody.Policy.class));
        Explanation explanation = new ReviewJudge(other).judge(evidence);
        judged++;
        String would = decision(explanation);
        if (!would.equals(body.decision())) {
            List<String> why = explanation.allFindings().stream()
                    .map(Finding::what)
                    .distinct()
                    .toList();
            differences.add(
                    new Difference(recorded.sequence(), recorded.entry().subject(), body.decision(), would, why));
        }
    }

    /** As a gate decides; only rules that were judged can pass. */
    private static String decision(Explanation explanation) {
        return switch (explanation.outcome()) {
            case PASS, WAIT, REFUSE -> explanation.outcome().name().toLowerCase(Locale.ROOT);
            case UNKNOWN, SKIPPED -> "unknown";
        };
    }

    /** What came of the events taken so far. */
    public Report report() {
        return new Report(judged, withoutEvidence, List.copyOf(differences), List.copyOf(unreadable));
    }
}
