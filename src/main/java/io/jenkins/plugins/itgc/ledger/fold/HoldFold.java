package io.jenkins.plugins.itgc.ledger.fold;

import io.jenkins.plugins.itgc.ledger.event.HoldEvent;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is held.
 *
 * @param placed the hold of each environment or service, as it was placed last and not released; some may have ended by
 *     themselves
 */
public record HoldFold(Map<Subject.OfHold, Recorded<HoldEvent.Placed>> placed) {
    /** Nothing is held. */
    public static final HoldFold NONE = new HoldFold(Map.of());

    public HoldFold {
        placed = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(placed));
    }

    /** What a hold is about, by its body and else by its subject. */
    public static Subject.OfHold about(HoldEvent event) {
        HoldEvent.Hold body = event.body();
        return body.environment() == null ? event.subject() : new Subject.OfHold(body.service(), body.environment());
    }

    /** What is held after an event: a hold takes the place of an earlier one of the same. */
    public HoldFold after(Recorded<? extends HoldEvent> next) {
        Map<Subject.OfHold, Recorded<HoldEvent.Placed>> all = new LinkedHashMap<>(placed);
        all.remove(about(next.event()));
        if (next.event() instanceof HoldEvent.Placed hold) {
            all.put(about(hold), new Recorded<>(next.entry(), hold));
        }
        return new HoldFold(all);
    }

    /** Who placed a hold. */
    public static String owner(Recorded<HoldEvent.Placed> hold) {
        return Objects.requireNonNullElse(
                hold.event().body().owner(), hold.actor().text());
    }

    /** The holds that have not ended by themselves. */
    public List<Recorded<HoldEvent.Placed>> at(Instant now) {
        return new ArrayList<>(placed.values().stream()
                .filter(hold -> hold.event().body().until() == null
                        || now.isBefore(hold.event().body().until()))
                .toList());
    }
}
