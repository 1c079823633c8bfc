package io.jenkins.plugins.itgc.dashboard;

import io.jenkins.plugins.itgc.deploy.DeployRegister;
import io.jenkins.plugins.itgc.deploy.DeployTarget;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import io.jenkins.plugins.itgc.ledger.projection.Deploy;
import java.util.List;
import java.util.Optional;

/**
 * How long a deploy in the queue will wait as estimated from earlier deploys.
 *
 * @param deploy its number
 * @param millis for all that are before it; what runs already counts whole
 */
public record Expected(long deploy, long millis) {
    static List<Expected> of(List<Deploy> open, DeployRegister register) {
        return open.stream()
                .map(deploy -> of(deploy, register))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Expected> of(Deploy deploy, DeployRegister register) {
        DeployTarget target = new DeployTarget(deploy.service(), deploy.environment());
        long ahead = register.queue(target).stream()
                .takeWhile(other -> !other.id().equals(Long.toString(deploy.id())))
                .count();
        boolean waits = register.queue(target).stream()
                .anyMatch(other ->
                        other.id().equals(Long.toString(deploy.id())) && other.state() == DeployState.REQUESTED);
        return ahead == 0 || !waits
                ? Optional.empty()
                : register.typicalDuration(target).map(each -> new Expected(deploy.id(), each.toMillis() * ahead));
    }
}
