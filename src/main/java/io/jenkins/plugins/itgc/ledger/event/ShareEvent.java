package io.jenkins.plugins.itgc.ledger.event;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Links by which people without an account see one deploy. */
public sealed interface ShareEvent extends Event {
    @Override
    Subject.OfDeploy subject();

    @Override
    Share body();

    /** A link was made. */
    record Created(Subject.OfDeploy subject, Share body) implements ShareEvent {}

    /** A link was revoked. */
    record Revoked(Subject.OfDeploy subject, Share body) implements ShareEvent {}

    /**
     * A share link.
     *
     * @param share its name; null in early entries, whose own id names it
     * @param deploy sequence of the deploy's request; null where it is revoked
     * @param expires when it ends by itself; null where it is revoked
     * @param by who made or revoked it
     */
    record Share(
            @Nullable String share,
            @Nullable Long deploy,
            @Nullable Instant expires,
            @JsonDeserialize(using = Name.class) String by) {}
}
