package io.jenkins.plugins.itgc.ledger.projection;

import io.jenkins.plugins.itgc.TurnedClock;
import io.jenkins.plugins.itgc.ledger.CanonicalJson;
import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A ledger that is quick to fill; its chain is not what is tested with it. */
final class MemoryLedger implements EntryReader {
    final TurnedClock clock = new TurnedClock();
    private final List<Entry> entries = new ArrayList<>();
    private final String id = UUID.randomUUID().toString();

    /** Appends and lets a minute pass. */
    Entry append(Draft draft) {
        Entry entry = put(draft);
        clock.turn(Duration.ofMinutes(1));
        return entry;
    }

    /** The number of the newest entry; 0 for none. */
    long last() {
        return entries.size();
    }

    private Entry put(Draft draft) {
        long sequence = entries.size() + 1L;
        Entry entry = new Entry(
                sequence,
                clock.instant(),
                draft.kind(),
                draft.subject(),
                draft.actor(),
                CanonicalJson.of(draft.body()),
                "",
                id + sequence);
        entries.add(entry);
        return entry;
    }

    /** Appends and lets a minute pass. */
    Entry append(String kind, String subject, String actor, Map<String, ?> body) {
        return append(new Draft(kind, subject, actor, body));
    }

    @Override
    public List<Entry> entries(long after, int limit) {
        int from = (int) Math.min(after, entries.size());
        return List.copyOf(entries.subList(from, Math.min(entries.size(), from + limit)));
    }
}
