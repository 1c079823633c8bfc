package io.jenkins.plugins.itgc.gate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Turns evidence into a decision. Gathering talks to the systems of record; judging is a pure function of what was
 * gathered, so that it can be replayed.
 *
 * @param <E> the evidence it judges
 */
public interface Gate<E extends Evidence> {
    /** Stable name, such as {@code review}. */
    String name();

    /** The change as far as it is known before anything is read. */
    Change subject();

    /** Reads everything the judgement rests on. Blocking. */
    E gather() throws EvidenceUnavailable, InterruptedException;

    /** Judges without any input or output; equal evidence gives an equal explanation. */
    Explanation judge(E evidence);

    /** What to listen to while the gate is not open. */
    Set<Topic> topics();

    /** Whether a pass of this evidence has a meaning for production. */
    default boolean opensDeploy(E evidence) {
        return true;
    }

    /** When to look again at the latest while the gate waits and no event asks to. */
    default Instant recheckAt(E evidence, Instant now) {
        return now.plus(RECHECK);
    }

    /**
     * What a pass rests on, by names that people understand. When one of these is not what it was, the pass is void.
     * Leaves out what changes by itself, such as the time of reading.
     */
    default Map<String, Object> restsOn(E evidence) {
        return Map.of("evidence", evidence);
    }

    /** When asking again may help although something could not be judged; null when it helps only after somebody acted. */
    default Instant retryAt(E evidence, Instant now) {
        return null;
    }

    /** Gathers and judges once; what cannot be read becomes {@link Decision.Unknown}. */
    default Judgement<E> rule(Clock clock) throws InterruptedException {
        try {
            E evidence = gather();
            Explanation explanation = judge(evidence);
            return new Judgement<>(ruling(evidence, explanation, clock.instant()), evidence);
        } catch (EvidenceUnavailable e) {
            Explanation explanation = Explanation.unknown("Evidence", e.finding());
            Instant retryAt = e.retryAfter() == null ? null : clock.instant().plus(e.retryAfter());
            Decision unknown = new Decision.Unknown(e.finding().what(), retryAt);
            return new Judgement<>(new Ruling(name(), subject(), unknown, explanation), null);
        }
    }

    private Ruling ruling(E evidence, Explanation explanation, Instant now) {
        Decision decision =
                switch (explanation.outcome()) {
                    case PASS -> new Decision.Pass(explanation.summary(), opensDeploy(evidence));
                    case WAIT -> new Decision.Wait(explanation.summary(), recheckAt(evidence, now), topics());
                    case REFUSE -> new Decision.Refuse(explanation.allFindings());
                    case UNKNOWN, SKIPPED -> new Decision.Unknown(explanation.summary(), retryAt(evidence, now));
                };
        return new Ruling(name(), evidence.change(), decision, explanation);
    }

    /** How long an answer that is not final stands when no event asks to look again. */
    Duration RECHECK = Duration.ofSeconds(60);

    /**
     * A ruling with what it rests on.
     *
     * @param evidence null when it could not be gathered
     */
    record Judgement<E extends Evidence>(Ruling ruling, E evidence) {}
}
