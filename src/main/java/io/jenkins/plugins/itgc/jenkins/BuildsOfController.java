package io.jenkins.plugins.itgc.jenkins;

import hudson.model.Result;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.itgc.deploy.Builds;
import io.jenkins.plugins.itgc.deploy.DeployState;
import java.util.Optional;

/** The builds of this controller, whoever asks. */
public final class BuildsOfController implements Builds {
    @Override
    @SuppressWarnings("try") // Closing it gives the caller's rights back; nothing else is asked of it.
    public Optional<DeployState> ended(String build) {
        try (ACLContext system = ACL.as2(ACL.SYSTEM2)) {
            Run<?, ?> run = Run.fromExternalizableId(build);
            if (run == null) {
                return Optional.of(DeployState.UNKNOWN);
            }
            return run.isBuilding() ? Optional.empty() : Optional.of(state(run.getResult()));
        }
    }

    private static DeployState state(Result result) {
        if (result == null) {
            return DeployState.UNKNOWN;
        }
        if (result.isBetterOrEqualTo(Result.SUCCESS)) {
            return DeployState.SUCCEEDED;
        }
        return result.isBetterOrEqualTo(Result.FAILURE) ? DeployState.FAILED : DeployState.ABORTED;
    }
}
