package io.jenkins.plugins.itgc.gate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    /**
     * Writes what must be written before it can be judged, such as a request for approval or a place in a queue. Blocking.
     * The last look before a deploy leaves it out.
     *
     * @return what is known then
     */
    default E ask(E gathered) throws EvidenceUnavailable, InterruptedException {
        return gathered;
    }

    /** Judges without any input or output; equal evidence gives an equal explanation. */
    Explanation judge(E evidence);

    /** What to listen to while the gate is not open. */
    Set<Topic> topics();

    /**
     * Whether a pass of this evidence has a meaning for production. That of a pull request has none: its head may be a commit
     * of the production branch, but stands on commits that nobody judged.
     */
    default boolean opensDeploy(E evidence) {
        return evidence.change().subject() == Change.Subject.PRODUCTION_COMMIT;
    }

    /** When to look again at the latest while the gate waits and no event asks to. */
    default Instant recheckAt(E evidence, Instant now) {
        return now.plus(RECHECK);
    }

    /**
     * What a pass rests on. When one of these is not what it was, the pass is void. The values are hashed as JSON, so they are
     * of records that keep their form. Leaves out what changes by itself, such as the time of reading.
     */
    default Map<Ground, Object> restsOn(E evidence) {
        return Map.of(Ground.the(Ground.Part.EVIDENCE), evidence);
    }

    /** When asking again may help although something could not be judged; null when it helps only after somebody acted. */
    default @Nullable Instant retryAt(E evidence, Instant now) {
        return null;
    }

    /** Gathers, asks and judges once; what cannot be read becomes {@link Decision.Unknown}. */
    default Judgement<E> rule(Clock clock) throws InterruptedException {
        return rule(() -> ask(gather()), clock);
    }

    /** Gathers and judges once, and writes nothing. */
    default Judgement<E> look(Clock clock) throws InterruptedException {
        return rule(this::gather, clock);
    }

    private Judgement<E> rule(Gathering<E> gathering, Clock clock) throws InterruptedException {
        try {
            E evidence = gathering.gather();
            Explanation explanation = judge(evidence);
            return new Judgement<>(ruling(evidence, explanation, clock.instant()), evidence);
        } catch (EvidenceUnavailable e) {
            Explanation explanation = Explanation.unknown(Message.of("gate.rule.evidence"), e.finding());
            Instant retryAt = e.retryAfter() == null ? null : clock.instant().plus(e.retryAfter());
            Decision unknown = new Decision.Unknown(e.finding().problem(), retryAt);
            return new Judgement<>(new Ruling(name(), subject(), unknown, explanation), null);
        }
    }

    /**
     * Reads evidence.
     *
     * @param <E> what is read
     */
    @FunctionalInterface
    interface Gathering<E extends Evidence> {
        /** @throws EvidenceUnavailable when it cannot be read wholly */
        E gather() throws EvidenceUnavailable, InterruptedException;
    }

    private Ruling ruling(E evidence, Explanation explanation, Instant now) {
        Decision decision =
                switch (explanation.outcome()) {
                    case PASS -> new Decision.Pass(explanation.reason(), opensDeploy(evidence));
                    case WAIT -> new Decision.Wait(explanation.reason(), recheckAt(evidence, now), topics());
                    case REFUSE -> new Decision.Refuse(explanation.allFindings());
                    case UNKNOWN, SKIPPED -> new Decision.Unknown(explanation.reason(), retryAt(evidence, now));
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
    record Judgement<E extends Evidence>(
            Ruling ruling, @Nullable E evidence) {}
}
