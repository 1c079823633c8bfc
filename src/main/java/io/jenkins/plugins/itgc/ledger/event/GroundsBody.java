package io.jenkins.plugins.itgc.ledger.event;

import java.util.Map;

/**
 * Hashes of what a pass rests on.
 *
 * @param hashes by the keys of {@link io.jenkins.plugins.itgc.gate.Ground}
 */
public record GroundsBody(Map<String, String> hashes) {
    public GroundsBody {
        hashes = OrEmpty.map(hashes);
    }
}
