package io.jenkins.plugins.itgc.ledger.event;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a body lists: an entry that was written before something was kept lacks it, and then there is none of it. */
final class OrEmpty {
    private OrEmpty() {}

    static <T> List<T> list(@Nullable List<T> kept) {
        return kept == null ? List.of() : List.copyOf(kept);
    }

    static <K, V> Map<K, V> map(@Nullable Map<K, V> kept) {
        return kept == null ? Map.of() : Map.copyOf(kept);
    }
}
