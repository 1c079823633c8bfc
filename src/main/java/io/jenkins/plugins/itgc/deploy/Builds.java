package io.jenkins.plugins.itgc.deploy;

import java.util.Optional;

/** What became of builds. */
public interface Builds {
    /**
     * How a build ended.
     *
     * @return empty while it runs
     */
    Optional<DeployState> ended(String build);
}
