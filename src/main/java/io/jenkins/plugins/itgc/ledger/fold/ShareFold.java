package io.jenkins.plugins.itgc.ledger.fold;

import io.jenkins.plugins.itgc.ledger.event.Recorded;
import io.jenkins.plugins.itgc.ledger.event.ShareEvent;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A share link.
 *
 * @param id its name
 * @param deploy the only deploy that it shows
 * @param createdAt when it was made
 * @param createdBy by whom
 * @param expiresAt when it ends by itself
 * @param revokedAt when it was revoked; null when it was not
 * @param revokedBy by whom; null when it was not
 */
public record ShareFold(
        String id,
        long deploy,
        Instant createdAt,
        String createdBy,
        Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy) {
    /** The link that an event is about. */
    public static String idOf(Recorded<? extends ShareEvent> recorded) {
        return Objects.requireNonNullElse(
                recorded.event().body().share(), recorded.entry().evidenceId());
    }

    /**
     * The link after an event. It is made once and revoked once. One that does not say when it ends has ended.
     *
     * @param before what it was; null for none
     * @return null for none
     */
    public static @Nullable ShareFold next(@Nullable ShareFold before, Recorded<? extends ShareEvent> next) {
        ShareEvent.Share body = next.event().body();
        if (next.event() instanceof ShareEvent.Created) {
            return before != null ? before : created(body, next);
        }
        if (before == null || before.revokedAt != null) {
            return before;
        }
        return new ShareFold(
                before.id, before.deploy, before.createdAt, before.createdBy, before.expiresAt, next.at(), body.by());
    }

    private static ShareFold created(ShareEvent.Share body, Recorded<? extends ShareEvent> next) {
        return new ShareFold(
                idOf(next),
                body.deploy() == null ? 0 : body.deploy(),
                next.at(),
                Objects.requireNonNullElse(body.by(), next.actor().text()),
                Objects.requireNonNullElse(body.expires(), next.at()),
                null,
                null);
    }
}
