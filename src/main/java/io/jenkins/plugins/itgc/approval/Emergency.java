package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.ledger.EntryJson;

import io.jenkins.plugins.itgc.ledger.Entry;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A broken glass, folded from the ledger.
 *
 * @param opened who broke it
 * @param confirmed the second person; null while there is none
 * @param reviewed whether somebody looked at it
 * @param overdue whether it was written down that nobody did in time
 */
record Emergency(Asked.Answered opened, Asked.Answered confirmed, boolean reviewed, boolean overdue) {
    /** What it is after one entry more; entries of another kind, or out of order, change nothing. */
    static Emergency after(Emergency before, Entry next) {
        if (next.kind().equals(Kinds.OPENED)) {
            return new Emergency(answered(next), null, false, false);
        }
        if (before == null) {
            return null;
        }
        return switch (next.kind()) {
            case Kinds.CONFIRMED -> new Emergency(before.opened, answered(next), before.reviewed, before.overdue);
            case Kinds.REVIEWED -> new Emergency(before.opened, before.confirmed, true, before.overdue);
            case Kinds.OVERDUE -> new Emergency(before.opened, before.confirmed, before.reviewed, true);
            default -> before;
        };
    }

    /** The last emergency of each subject. */
    static Map<String, Emergency> bySubject(List<Entry> entries) {
        Map<String, Emergency> all = new LinkedHashMap<>();
        entries.forEach(entry -> all.compute(entry.subject(), (subject, before) -> after(before, entry)));
        return all;
    }

    private static Asked.Answered answered(Entry entry) {
        return new Asked.Answered(entry, EntryJson.read(entry, AnswerBody.class));
    }

    /** Whether the review afterwards was missed. */
    boolean missed(Instant now) {
        return confirmed != null && !reviewed && now.isAfter(confirmed.body().reviewBy());
    }
}
