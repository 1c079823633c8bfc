package io.jenkins.plugins.itgc.review;

import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import java.util.Optional;

/** Port: knows what was deployed. */
public interface Deployments {
    /** The commit of the last deploy that succeeded; empty when there was none. */
    Optional<CommitId> lastDeployed(String service, String environment) throws EvidenceUnavailable;
}
