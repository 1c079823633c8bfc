package io.jenkins.plugins.itgc.ledger.fold;

import io.jenkins.plugins.itgc.ledger.event.Recorded;
import io.jenkins.plugins.itgc.ledger.event.WindowEvent;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which override of a closed window counts. */
public final class OverrideFold {
    private OverrideFold() {}

    /**
     * Of those that are for every service or for this one, the one that lasts longest, and of these the newest: while any of
     * them is in force, that one is. It may have ended.
     *
     * @param overrides of one commit in one environment, in any order
     * @param service what would be deployed; null when that is not said
     */
    public static Optional<Recorded<WindowEvent.Overridden>> counting(
            Collection<Recorded<WindowEvent.Overridden>> overrides, @Nullable String service) {
        return overrides.stream()
                .filter(override -> override.event().body().service() == null
                        || override.event().body().service().equals(service))
                .max(Comparator.comparing((Recorded<WindowEvent.Overridden> override) ->
                                override.event().body().until())
                        .thenComparing(Recorded::sequence));
    }
}
