package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import java.util.Optional;

/** What became of builds. */
public interface Builds {
    /**
     * How the build of a deploy ended.
     *
     * @return empty while it runs
     */
    Optional<DeployState> ended(DeployNews deploy);
}
