package io.jenkins.plugins.itgc.jenkins.steps;

import io.jenkins.plugins.itgc.ledger.fold.LastRuling;
import java.io.Serializable;

/** What a step said last. As builds that began under an earlier version kept it; becomes what it is now when it is read. */
final class Saying implements Serializable {
    private static final long serialVersionUID = 1L;

    private String fingerprint;
    private String evidenceId;

    private Object readResolve() {
        return LastRuling.of(fingerprint, evidenceId);
    }
}
