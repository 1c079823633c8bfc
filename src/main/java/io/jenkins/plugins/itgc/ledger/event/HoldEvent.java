package io.jenkins.plugins.itgc.ledger.event;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An environment or a service was held, or released. */
public sealed interface HoldEvent extends Event {
    @Override
    Subject.OfHold subject();

    @Override
    Hold body();

    /** A hold was placed; it takes the place of an earlier one. */
    record Placed(Subject.OfHold subject, Hold body) implements HoldEvent {}

    /** A hold was released. */
    record Released(Subject.OfHold subject, Hold body) implements HoldEvent {}

    /**
     * A hold.
     *
     * @param environment where; null where only the subject says it
     * @param service the only service that is held; null for all
     * @param owner who placed it; null where only the actor says it
     * @param reason why, outside text
     * @param until when it ends by itself; null for never
     */
    record Hold(
            @Nullable String environment,
            @Nullable String service,
            @JsonDeserialize(using = Name.class) @Nullable String owner,
            String reason,
            @Nullable Instant until) {}
}
