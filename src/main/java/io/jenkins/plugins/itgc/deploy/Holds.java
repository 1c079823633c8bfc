package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.gate.Topic;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.HoldEvent;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.ledger.fold.HoldFold;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The holds of environments as the ledger tells them. Safe for use by several threads. */
public final class Holds {
    private static final int READ_AT_ONCE = 1000;

    private final EventLog log;
    private final Clock clock;
    private HoldFold held = HoldFold.NONE;
    private long read;

    /**
     * @param ledger keeps the holds
     * @param clock ends those that end by themselves
     */
    public Holds(Ledger ledger, Clock clock) {
        this.log = new EventLog(ledger);
        this.clock = clock;
    }

    /** What those who wait for the end of a hold listen to. */
    public static Topic topic(String environment) {
        return new Topic("hold:" + environment);
    }

    /** Begins a hold; one of the same environment and service gives way to it. */
    public synchronized void place(Hold hold) {
        log.append(new HoldEvent.Placed(subject(hold), body(hold)), Actor.user(hold.owner()));
    }

    /**
     * Ends a hold.
     *
     * @param service as it was held; null for all
     * @param user who ends it
     * @return false when there is none; then nothing is written
     */
    public synchronized boolean release(String environment, @Nullable String service, String user) {
        Subject.OfHold wanted = new Subject.OfHold(service, environment);
        Optional<Hold> present =
                all().stream().filter(hold -> subject(hold).equals(wanted)).findFirst();
        present.ifPresent(hold -> log.append(new HoldEvent.Released(subject(hold), body(hold)), Actor.user(user)));
        return present.isPresent();
    }

    private static Subject.OfHold subject(Hold hold) {
        return new Subject.OfHold(hold.service(), hold.environment());
    }

    private static HoldEvent.Hold body(Hold hold) {
        return new HoldEvent.Hold(hold.environment(), hold.service(), hold.owner(), hold.reason(), hold.until());
    }

    /** The hold that stops a target; the one that lasts longest when there are several. */
    public Optional<Hold> of(DeployTarget target) {
        return all().stream().filter(hold -> hold.concerns(target)).max((a, b) -> end(a).compareTo(end(b)));
    }

    private static Instant end(Hold hold) {
        return hold.until() == null ? Instant.MAX : hold.until();
    }

    /** All holds that are not over. */
    public synchronized List<Hold> all() {
        catchUp();
        return held.at(clock.instant()).stream().map(Holds::hold).toList();
    }

    private static Hold hold(Recorded<HoldEvent.Placed> placed) {
        Subject.OfHold about = HoldFold.about(placed.event());
        HoldEvent.Hold body = placed.event().body();
        return new Hold(about.environment(), about.service(), HoldFold.owner(placed), body.reason(), body.until());
    }

    private void catchUp() {
        List<Recorded<HoldEvent>> next;
        do {
            next = log.after(HoldEvent.class, read, READ_AT_ONCE);
            for (Recorded<HoldEvent> recorded : next) {
                held = held.after(recorded);
                read = recorded.sequence();
            }
        } while (next.size() == READ_AT_ONCE);
    }
}
