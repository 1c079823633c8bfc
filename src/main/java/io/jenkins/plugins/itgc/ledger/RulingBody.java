package io.jenkins.plugins.itgc.ledger;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.Evidence;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Ruling;
import java.util.Locale;
import java.util.Map;

/**
 * How a ruling is kept: complete, so that it can be judged again later.
 *
 * @param gate which gate ruled
 * @param decision pass, refuse, wait or unknown
 * @param reason one sentence; null for a refusal, whose findings tell
 * @param opensDeploy whether it is a pass with a meaning for production
 * @param change what was judged
 * @param service what is deployed; null for a review outside a deploy
 * @param explanation the rules behind it
 * @param policy the policy it was judged by, as it was then
 * @param evidence what it was judged on; null when it could not be gathered
 * @param grounds hashes of what must not change for the ruling to stand; empty when nothing was gathered
 */
public record RulingBody(
        String gate,
        String decision,
        String reason,
        boolean opensDeploy,
        Change change,
        String service,
        Explanation explanation,
        Object policy,
        Evidence evidence,
        Map<String, String> grounds) {
    /**
     * What a ruling was made for and by.
     *
     * @param service what is deployed; null for a review outside a deploy
     * @param policy the policy it was judged by
     * @param actor who asked for it
     */
    public record Occasion(String service, Object policy, String actor) {}

    /** The entry for a ruling. */
    public static <E extends Evidence> Draft draft(Gate.Judgement<E> judgement, Grounds grounds, Occasion occasion) {
        Ruling ruling = judgement.ruling();
        RulingBody body = new RulingBody(
                ruling.gate(),
                name(ruling.decision()),
                reason(ruling.decision()),
                ruling.decision() instanceof Decision.Pass pass && pass.opensDeploy(),
                ruling.change(),
                occasion.service(),
                ruling.explanation(),
                occasion.policy(),
                judgement.evidence(),
                grounds.hashes());
        return new Draft(kind(ruling.gate()), subject(ruling.change()), occasion.actor(), body);
    }

    /** Kind of the entries of a gate. */
    public static String kind(String gate) {
        return gate + ".decided";
    }

    /** What an entry about a change is filed under. */
    public static String subject(Change change) {
        if (change.commit() != null) {
            return change.repository() + "@" + change.commit();
        }
        return change.repository() + "#" + (change.pullRequests().isEmpty() ? "?" : change.pullRequests().get(0));
    }

    /** The decision as one lower-case word. */
    public static String name(Decision decision) {
        return decision.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String reason(Decision decision) {
        if (decision instanceof Decision.Pass pass) {
            return pass.reason();
        }
        if (decision instanceof Decision.Wait wait) {
            return wait.reason();
        }
        return decision instanceof Decision.Unknown unknown ? unknown.reason() : null;
    }
}
