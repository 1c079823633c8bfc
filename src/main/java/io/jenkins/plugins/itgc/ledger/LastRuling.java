package io.jenkins.plugins.itgc.ledger;

import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.Ruling;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What a step said last, so that a gate that looks again every minute for days says and records the same thing once.
 */
public final class LastRuling implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String fingerprint;
    private final String evidenceId;

    private LastRuling(String fingerprint, String evidenceId) {
        this.fingerprint = fingerprint;
        this.evidenceId = evidenceId;
    }

    public static LastRuling of(Ruling ruling, String evidenceId) {
        return new LastRuling(fingerprint(ruling), evidenceId);
    }

    /** The ledger's entry of it. */
    public String evidenceId() {
        return evidenceId;
    }

    /** Whether the ruling adds nothing to this. A decision that is acted on always does. */
    public boolean repeatedBy(Ruling ruling) {
        boolean open = ruling.decision() instanceof Decision.Wait || ruling.decision() instanceof Decision.Unknown;
        return open && fingerprint.equals(fingerprint(ruling));
    }

    private static String fingerprint(Ruling ruling) {
        Object said = List.of(RulingBody.name(ruling.decision()), ruling.change(), ruling.explanation());
        return Grounds.of(Map.of("said", said)).hashes().get("said");
    }
}
