package io.jenkins.plugins.itgc.ledger.fold;

import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.ledger.CanonicalJson;
import io.jenkins.plugins.itgc.ledger.HashChain;
import io.jenkins.plugins.itgc.ledger.event.ChangeBody;
import io.jenkins.plugins.itgc.ledger.event.ExplanationBody;
import io.jenkins.plugins.itgc.ledger.event.RulingBody;
import java.io.Serializable;
import java.util.List;

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

    /**
     * A ruling as the last that was said.
     *
     * @param evidenceId entry of the ledger, sequence and hash
     */
    public static LastRuling of(Ruling ruling, String evidenceId) {
        return new LastRuling(fingerprint(ruling), evidenceId);
    }

    /** What was said last, as it was kept. */
    public static LastRuling of(String fingerprint, String evidenceId) {
        return new LastRuling(fingerprint, evidenceId);
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
        Object said = List.of(
                RulingBody.word(ruling.decision()),
                ChangeBody.of(ruling.change()),
                ExplanationBody.of(ruling.explanation()));
        return HashChain.sha256(CanonicalJson.of(List.of(said)));
    }
}
