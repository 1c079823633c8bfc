package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.gate.Evidence;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.ledger.event.RulingEvent;
import java.time.Duration;
import java.util.Map;

/**
 * A gate ready to rule for one build.
 *
 * @param <E> the evidence it judges
 */
public interface OpenGate<E extends Evidence> {
    /** The gate itself, which judges without knowing of the build. */
    Gate<E> gate();

    /**
     * A ruling as the ledger keeps it, with the policy that it was judged by.
     *
     * @param grounds hashes of what a pass rests on
     */
    RulingEvent event(Gate.Judgement<E> judgement, Map<String, String> grounds);

    /** How long an answer that could not be had is asked for again. */
    Duration patience();

    /** What the step gives back beyond what every gate does; only values that pipelines may use. */
    Map<String, Object> result(E evidence);

    /**
     * A deploy begins on what the gate says now, at its last look.
     *
     * @param judgement a pass
     */
    default void deploys(Gate.Judgement<E> judgement) {}

    /**
     * Tells the systems around what was ruled.
     *
     * @return one sentence for the console
     * @throws EvidenceUnavailable when a system does not take it; the ruling stands
     */
    String publish(Ruling ruling) throws EvidenceUnavailable, InterruptedException;
}
