package io.jenkins.plugins.itgc.jenkins;

import hudson.model.Result;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.itgc.deploy.Builds;
import io.jenkins.plugins.itgc.deploy.DeployNews;
import io.jenkins.plugins.itgc.deploy.MovedBuilds;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import java.util.List;
import java.util.Optional;

/** The builds of this controller, whoever asks, wherever their jobs are by now. */
public final class BuildsOfController implements Builds {
    /** A deploy whose build this controller knows to run is never over, whatever became of the name of its job. */
    @Override
    public Optional<DeployState> ended(DeployNews deploy) {
        Optional<Run<?, ?>> build = find(deploy);
        if (build.isEmpty()) {
            return Optional.of(DeployState.UNKNOWN);
        }
        return build.get().isBuilding()
                ? Optional.empty()
                : Optional.of(state(build.get().getResult()));
    }

    /** The build of a deploy; empty when it is gone. */
    @SuppressWarnings("try") // Closing it gives the caller's rights back; nothing else is asked of it.
    public Optional<Run<?, ?>> find(DeployNews deploy) {
        ItgcServices services = ItgcServices.get();
        List<Run<?, ?>> live = services.liveBuilds().under(deploy.build());
        if (!live.isEmpty()) {
            return live.stream().filter(Run::isBuilding).findFirst().or(() -> Optional.of(live.get(0)));
        }
        try (ACLContext system = ACL.as2(ACL.SYSTEM2)) {
            return Optional.ofNullable(Run.fromExternalizableId(new MovedBuilds(services.ledger()).now(deploy)));
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
