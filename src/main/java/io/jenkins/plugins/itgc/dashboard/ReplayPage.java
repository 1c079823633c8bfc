package io.jenkins.plugins.itgc.dashboard;

import io.jenkins.plugins.itgc.audit.Replay;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.Kind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reviews judged again.
 *
 * @param report what came of them
 * @param next what to ask for as {@code after} to get on; null at the end
 */
public record ReplayPage(Replay.Report report, @Nullable Long next) {
    private static final int AT_ONCE = 500;

    /** @throws IllegalArgumentException when the policy is not a JSON object */
    public static ReplayPage of(Ledger ledger, String policy, long after) {
        Replay replay = new Replay(policy);
        List<Entry> entries = ledger.entries(Set.of(Kind.REVIEW_DECIDED.name()), after, AT_ONCE);
        entries.stream().map(EventLog::recorded).forEach(replay::take);
        boolean more = entries.size() == AT_ONCE;
        return new ReplayPage(replay.report(), more ? entries.get(AT_ONCE - 1).sequence() : null);
    }
}
