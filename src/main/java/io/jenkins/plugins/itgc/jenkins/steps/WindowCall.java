package io.jenkins.plugins.itgc.jenkins.steps;

import io.jenkins.plugins.itgc.jenkins.config.WindowEntry;
import io.jenkins.plugins.itgc.jenkins.gates.ChangeParameters;
import java.io.Serializable;
import java.time.Instant;

/** What a window step was asked for. As builds that began under an earlier version kept it; becomes what it is now when it is read. */
final class WindowCall implements Serializable {
    private static final long serialVersionUID = 1L;

    private String environment;
    private String service;
    private ChangeParameters subject;
    private String minRemaining;
    private String waitAtMost;
    private Boolean waits;
    private boolean failOnRefuse;
    private long askedAt;

    private Object readResolve() {
        return new io.jenkins.plugins.itgc.jenkins.gates.WindowCall(
                environment,
                service,
                subject,
                failOnRefuse,
                new WindowEntry.Wish(minRemaining, waitAtMost, waits),
                Instant.ofEpochMilli(askedAt));
    }
}
