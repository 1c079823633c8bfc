package io.jenkins.plugins.itgc.ledger.event;

import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.Ruling;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a gate said: complete, so that it can be judged again later.
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
 * @param grounds hashes of what must not change for the ruling to stand, by the keys of {@link
 *     io.jenkins.plugins.itgc.gate.Ground}; empty when nothing was gathered
 * @param <P> the gate's policy
 * @param <E> the gate's evidence
 */
public record RulingBody<P, E>(
        String gate,
        String decision,
        @Nullable String reason,
        boolean opensDeploy,
        ChangeBody change,
        @Nullable String service,
        ExplanationBody explanation,
        P policy,
        @Nullable E evidence,
        Map<String, String> grounds) {
    public RulingBody {
        grounds = OrEmpty.map(grounds);
    }

    /**
     * What is kept of a ruling.
     *
     * @param service what is deployed; null for a review outside a deploy
     * @param evidence null when it could not be gathered
     */
    public static <P, E> RulingBody<P, E> of(
            Ruling ruling, @Nullable String service, P policy, @Nullable E evidence, Map<String, String> grounds) {
        return new RulingBody<>(
                ruling.gate(),
                word(ruling.decision()),
                reason(ruling.decision()),
                ruling.decision() instanceof Decision.Pass pass && pass.opensDeploy(),
                ChangeBody.of(ruling.change()),
                service,
                ExplanationBody.of(ruling.explanation()),
                policy,
                evidence,
                grounds);
    }

    /** A decision as one lower-case word. */
    public static String word(Decision decision) {
        return decision.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String reason(Decision decision) {
        if (decision instanceof Decision.Pass pass) {
            return pass.reason();
        }
        if (decision instanceof Decision.Wait wait) {
            return wait.reason();
        }
        return decision instanceof Decision.Unknown unknown ? unknown.reason() : null;
    }
}
