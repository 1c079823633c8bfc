package io.jenkins.plugins.itgc.ledger;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.Evidence;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Ruling;
import java.util.Locale;

/**
 * How a ruling is kept: complete, so that it can be judged again later.
 *
 * @param gate which gate ruled
 * @param decision pass, refuse, wait or unknown
 * @param reason one sentence; null for a refusal, whose findings tell
 * @param change what was judged
 * @param explanation the rules behind it
 * @param policy the policy it was judged by, as it was then
 * @param evidence what it was judged on; null when it could not be gathered
 */
public record RulingBody(
        String gate,
        String decision,
        String reason,
        Change change,
        Explanation explanation,
        Object policy,
        Evidence evidence) {
    /** The entry for a ruling. */
    public static Draft draft(Ruling ruling, Object policy, Evidence evidence, String actor) {
        RulingBody body = new RulingBody(
                ruling.gate(),
                name(ruling.decision()),
                reason(ruling.decision()),
                ruling.change(),
                ruling.explanation(),
                policy,
                evidence);
        return new Draft(ruling.gate() + ".decided", subject(ruling.change()), actor, body);
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
