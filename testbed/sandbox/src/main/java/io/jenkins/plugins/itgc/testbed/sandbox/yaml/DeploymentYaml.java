package io.jenkins.plugins.itgc.testbed.sandbox.yaml;

import java.time.Instant;
import java.util.List;

/** A deployment that was made before the world begins. */
public record DeploymentYaml(String commit, String environment, String creator, Instant at, List<StatusYaml> statuses) {
    /** Fills in what was left out. */
    public DeploymentYaml {
        environment = Defaults.or(environment, "production");
        statuses = Defaults.list(statuses);
    }

    /** How it went; state as in GitHub: success, failure, in_progress, ... */
    public record StatusYaml(String state, String description, Instant at) {}
}
