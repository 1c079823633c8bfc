package io.jenkins.plugins.itgc.ledger;

import io.jenkins.plugins.itgc.gate.Ground;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a ruling rests on, each part as its hash.
 *
 * @param hashes SHA-256 of each part by its key
 */
public record Grounds(Map<String, String> hashes) {
    public Grounds {
        hashes = Map.copyOf(hashes);
    }

    /** The grounds with these values; none may be null. */
    public static Grounds of(Map<Ground, Object> parts) {
        Map<String, String> hashes = new TreeMap<>();
        parts.forEach((ground, value) -> hashes.put(ground.key(), HashChain.sha256(CanonicalJson.of(List.of(value)))));
        return new Grounds(hashes);
    }

    /**
     * Keys of what is not as it was, in order. What was there then and is gone now is left out: what remains has been
     * judged anew.
     */
    public Set<String> changedSince(Grounds earlier) {
        Set<String> changed = new TreeSet<>();
        hashes.forEach((name, hash) -> {
            if (!hash.equals(earlier.hashes().get(name))) {
                changed.add(name);
            }
        });
        return changed;
    }
}
