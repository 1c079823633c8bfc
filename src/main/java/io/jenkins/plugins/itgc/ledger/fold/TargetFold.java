package io.jenkins.plugins.itgc.ledger.fold;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What went well at one target: what runs there, and what it could go back to.
 *
 * @param good successful deploys, the newest first, without those that a rollback has taken back
 * @param durations how long the last ones took, the newest first
 */
public record TargetFold(List<DeployFold> good, List<Duration> durations) {
    private static final int KEPT = 1000;
    private static final int TIMED = 20;

    /** Nothing was deployed there yet. */
    public static final TargetFold EMPTY = new TargetFold(List.of(), List.of());

    public TargetFold {
        good = List.copyOf(good);
        durations = List.copyOf(durations);
    }

    /** The target after one of its deploys has ended. What did not succeed changes nothing. */
    public TargetFold after(DeployFold ended) {
        if (ended.state() != DeployState.SUCCEEDED) {
            return this;
        }
        List<DeployFold> before =
                ended.body().rollback() ? withoutTakenBack(ended.body().commit()) : good;
        return new TargetFold(
                ahead(ended, before, KEPT),
                duration(ended).map(took -> ahead(took, durations, TIMED)).orElse(durations));
    }

    private List<DeployFold> withoutTakenBack(String commit) {
        for (int i = 0; i < good.size(); i++) {
            if (good.get(i).body().commit().equals(commit)) {
                return good.subList(i + 1, good.size());
            }
        }
        return List.of();
    }

    private static <T> List<T> ahead(T newest, List<T> others, int limit) {
        List<T> all = new ArrayList<>();
        all.add(newest);
        all.addAll(others.subList(0, Math.min(limit - 1, others.size())));
        return all;
    }

    /** A clock that went backwards tells nothing. */
    private static Optional<Duration> duration(DeployFold ended) {
        Instant begun = ended.startedAt();
        Instant over = ended.finishedAt();
        return begun == null || over == null || over.isBefore(begun)
                ? Optional.empty()
                : Optional.of(Duration.between(begun, over));
    }

    /** The deploy that production should be at; empty before the first. */
    public Optional<DeployFold> current() {
        return good.stream().findFirst();
    }

    /** The newest good deploy of another commit than the one that production should be at. */
    public Optional<DeployFold> rollbackTarget() {
        return current().flatMap(now -> good.stream()
                .filter(earlier -> !earlier.body().commit().equals(now.body().commit()))
                .findFirst());
    }

    /** The newest good deploy of a commit whose id begins so. */
    public Optional<DeployFold> beginning(String commit) {
        return good.stream()
                .filter(deploy -> deploy.body().commit().startsWith(commit))
                .findFirst();
    }

    /** The newest good deploy of exactly this commit. */
    public Optional<DeployFold> of(String commit) {
        return good.stream()
                .filter(deploy -> deploy.body().commit().equals(commit))
                .findFirst();
    }

    /** How long a deploy takes here, the median of the last ones; empty before the first. */
    public Optional<Duration> typicalDuration() {
        List<Duration> sorted = durations.stream().sorted().toList();
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2));
    }
}
