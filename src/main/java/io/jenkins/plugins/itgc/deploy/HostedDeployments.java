package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import java.time.Instant;
import java.util.List;

/** The deployments that a code host knows of, whoever made them. */
public interface HostedDeployments {
    /**
     * Those of an environment that were made at a moment or later.
     *
     * @throws EvidenceUnavailable when they cannot be read, or there are more than can be read
     */
    List<HostedDeployment> since(RepositoryId repository, String environment, Instant moment)
            throws EvidenceUnavailable, InterruptedException;
}
