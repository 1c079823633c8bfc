package io.jenkins.plugins.itgc.ledger.fold;

import io.jenkins.plugins.itgc.ledger.event.DeployEvent;
import io.jenkins.plugins.itgc.ledger.event.DeploymentBody;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A deploy as far as it has come.
 *
 * @param id sequence of the entry that requested it; of a deploy whose request is not known, the first that is
 * @param state how far it is
 * @param target what goes where
 * @param requestedAt when it entered the queue, or was first heard of
 * @param startedAt when its body began; null before
 * @param finishedAt when it ended; null before
 * @param reason the last that was said about why; null for nothing
 * @param newest its newest event
 */
public record DeployFold(
        long id,
        DeployState state,
        Subject.OfTarget target,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String reason,
        Recorded<DeployEvent.Progress> newest) {
    /** The deploy that an event is about: the one that it names, else the one that it begins. */
    public static long idOf(Recorded<? extends DeployEvent.Progress> recorded) {
        String named = recorded.event().body().deploy();
        boolean names = !(recorded.event() instanceof DeployEvent.Requested)
                && named != null
                && named.matches("[1-9][0-9]{0,17}");
        return names ? Long.parseLong(named) : recorded.sequence();
    }

    /**
     * The deploy after an event. What comes after its end changes nothing, and neither does a second beginning.
     *
     * @param before as far as it had come; null for its first event
     */
    public static DeployFold next(@Nullable DeployFold before, Recorded<DeployEvent.Progress> recorded) {
        DeployState state = DeployState.of(recorded.event());
        if (before == null) {
            return first(state, recorded);
        }
        if (before.state.ended() || state.compareTo(before.state) <= 0) {
            return before;
        }
        String said = recorded.event().body().reason();
        return new DeployFold(
                before.id,
                state,
                before.target,
                before.requestedAt,
                state == DeployState.STARTED ? recorded.at() : before.startedAt,
                state.ended() ? recorded.at() : null,
                said == null ? before.reason : said,
                recorded);
    }

    private static DeployFold first(DeployState state, Recorded<DeployEvent.Progress> recorded) {
        return new DeployFold(
                idOf(recorded),
                state,
                target(recorded.event()),
                recorded.at(),
                state == DeployState.STARTED ? recorded.at() : null,
                state.ended() ? recorded.at() : null,
                recorded.event().body().reason(),
                recorded);
    }

    private static Subject.OfTarget target(DeployEvent.Progress event) {
        DeploymentBody body = event.body();
        return new Subject.OfTarget(
                Objects.requireNonNullElse(body.service(), event.subject().service()),
                Objects.requireNonNullElse(body.environment(), event.subject().environment()));
    }

    /** All that its newest event says. */
    public DeploymentBody body() {
        return newest.event().body();
    }

    /** The build that carries it out; empty when that is not said. */
    public String build() {
        String named = body().build();
        return named == null ? newest.actor().build().orElse("") : named;
    }
}
