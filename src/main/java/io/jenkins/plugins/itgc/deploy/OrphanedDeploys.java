package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Settles deploys whose build is over without having said how they ended: the controller died, or somebody removed the
 * build. Without this a turn would stay taken for ever.
 */
public final class OrphanedDeploys {
    private final DeployRegister register;
    private final Builds builds;

    /**
     * @param register the deploys that are open
     * @param builds tells how a build ended
     */
    public OrphanedDeploys(DeployRegister register, Builds builds) {
        this.register = register;
        this.builds = builds;
    }

    /** Settles all there are, and gives what was settled. */
    public List<DeployNews> settle() {
        List<DeployNews> settled = new ArrayList<>();
        for (DeployNews news : register.open()) {
            builds.ended(news).flatMap(result -> settle(news, result)).ifPresent(settled::add);
        }
        return settled;
    }

    private Optional<DeployNews> settle(DeployNews news, DeployState result) {
        if (news.state() == DeployState.REQUESTED) {
            return register.end(news.id(), DeployState.ABORTED, Message.of("deploy.ended.in-queue"));
        }
        return register.end(news.id(), result, reason(result));
    }

    private static Message reason(DeployState result) {
        return result == DeployState.UNKNOWN
                ? Message.of("deploy.ended.build-gone")
                : Message.of("deploy.ended.controller-down");
    }
}
