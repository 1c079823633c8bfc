package io.jenkins.plugins.itgc.review;

import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import java.util.Optional;

/** Port: knows what was deployed. */
public interface Deployments {
    /**
     * The commit of the last deploy of a service that succeeded. A service that was never deployed there counts from
     * what its repository last deployed there as any other service: a new name must not begin a new history.
     *
     * @return empty when nothing of the repository was deployed there
     */
    Optional<CommitId> lastDeployed(RepositoryId repository, String service, String environment)
            throws EvidenceUnavailable;
}
