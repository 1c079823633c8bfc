package io.jenkins.plugins.itgc.testbed.sandbox.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an absent key of a world means. */
final class Defaults {
    private Defaults() {}

    static <T> List<T> list(List<T> written) {
        return written == null ? List.of() : List.copyOf(written);
    }

    /** Keeps the written order, because identifiers are given in it, and null values, which mean "all defaults". */
    static <K, V> Map<K, V> map(Map<K, V> written) {
        return written == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(written));
    }

    static <T> T or(T written, T otherwise) {
        return written == null ? otherwise : written;
    }
}
