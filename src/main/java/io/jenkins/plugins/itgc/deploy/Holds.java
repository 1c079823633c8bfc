package io.jenkins.plugins.itgc.deploy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.itgc.gate.Topic;
import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The holds of environments as the ledger tells them. Safe for use by several threads. */
public final class Holds {
    /** Kind of the entry by which a hold begins. */
    public static final String PLACED = "hold.placed";

    /** Kind of the entry by which somebody ends a hold. */
    public static final String RELEASED = "hold.released";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int READ_AT_ONCE = 1000;

    private final Ledger ledger;
    private final Clock clock;
    private final Map<List<String>, Hold> held = new LinkedHashMap<>();
    private long read;

    public Holds(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What those who wait for the end of a hold listen to. */
    public static Topic topic(String environment) {
        return new Topic("hold:" + environment);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Body(String environment, String service, String owner, String reason, String until) {
        static Body of(Hold hold) {
            String until = hold.until() == null ? null : hold.until().toString();
            return new Body(hold.environment(), hold.service(), hold.owner(), hold.reason(), until);
        }

        Hold hold() {
            return new Hold(environment, service, owner, reason, until == null ? null : Instant.parse(until));
        }
    }

    /** Begins a hold; one of the same environment and service gives way to it. */
    public synchronized void place(Hold hold) {
        append(PLACED, hold, hold.owner());
    }

    /**
     * Ends a hold.
     *
     * @param service as it was held; null for all
     * @param user who ends it
     * @return false when there is none; then nothing is written
     */
    public synchronized boolean release(String environment, String service, String user) {
        List<String> wanted = key(new Hold(environment, service, user, "", null));
        Optional<Hold> present =
                all().stream().filter(hold -> key(hold).equals(wanted)).findFirst();
        present.ifPresent(hold -> append(RELEASED, hold, user));
        return present.isPresent();
    }

    private void append(String kind, Hold hold, String user) {
        ledger.append(new Draft(kind, hold.subject(), "user " + user, Body.of(hold)));
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
        Instant now = clock.instant();
        return held.values().stream().filter(hold -> !hold.over(now)).toList();
    }

    private void catchUp() {
        List<Entry> next;
        do {
            next = ledger.entries(Set.of(PLACED, RELEASED), read, READ_AT_ONCE);
            next.forEach(this::take);
        } while (next.size() == READ_AT_ONCE);
    }

    private void take(Entry entry) {
        Hold hold = read(entry);
        if (entry.kind().equals(PLACED)) {
            held.put(key(hold), hold);
        } else {
            held.remove(key(hold));
        }
        read = entry.sequence();
    }

    private static List<String> key(Hold hold) {
        return List.of(hold.environment(), hold.service() == null ? "" : hold.service());
    }

    private static Hold read(Entry entry) {
        try {
            return JSON.readValue(entry.body(), Body.class).hold();
        } catch (JsonProcessingException | RuntimeException e) {
            throw new LedgerFailure(
                    "Entry " + entry.sequence() + " of the ledger does not tell of a hold; ask an administrator to"
                            + " verify it.",
                    e);
        }
    }
}
