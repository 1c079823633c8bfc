package io.jenkins.plugins.itgc.ledger.bundle;

import io.jenkins.plugins.itgc.ledger.HashChain;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Draws deploys at random, but always the same with the same seed: those whose SHA-256 over the seed, a line feed and the
 * deploy's number comes first. Anybody can check that with any program; whoever writes entries cannot choose, as long as the
 * seed is chosen after the export.
 *
 * @param size how many, at least 1
 * @param seed any text
 * @param from the deploy ended then or later
 * @param to the deploy ended before
 * @param environment the only one; null for all
 */
public record Sample(
        int size,
        String seed,
        Instant from,
        Instant to,
        @Nullable String environment) {
    private static final List<String> COLUMNS = new DeployTable().columns();
    private static final int NUMBER = COLUMNS.indexOf("deploy");
    private static final int ENDED = COLUMNS.indexOf("finished");
    private static final int STARTED = COLUMNS.indexOf("started");
    private static final int PLACE = COLUMNS.indexOf("environment");
    private static final int BUILD = COLUMNS.indexOf("build");
    private static final int COMMIT = COLUMNS.indexOf("commit");

    /**
     * What was drawn.
     *
     * @param population how many there were to draw from
     * @param deploys rows of the table of deploys, in the order in which they were drawn
     */
    public record Drawn(int population, List<List<Object>> deploys) {
        /** Whether evidence is about one of them. */
        boolean concerns(Object build, Object commit, Object filed) {
            return deploys.stream()
                    .anyMatch(deploy -> same(deploy.get(BUILD), build)
                            || same(deploy.get(COMMIT), commit)
                            || String.valueOf(filed).contains("@" + deploy.get(COMMIT)));
        }

        private static boolean same(@Nullable Object one, @Nullable Object other) {
            return one != null && one.equals(other);
        }
    }

    /** Draws from rows of the table of deploys: those that ran and ended in the time. */
    public Drawn draw(List<List<Object>> deploys) {
        List<List<Object>> population = deploys.stream().filter(this::belongs).toList();
        List<List<Object>> drawn = population.stream()
                .sorted(Comparator.comparing(this::rank))
                .limit(size)
                .toList();
        return new Drawn(population.size(), drawn);
    }

    private boolean belongs(List<Object> deploy) {
        Instant ended = (Instant) deploy.get(ENDED);
        return ended != null
                && deploy.get(STARTED) != null
                && !ended.isBefore(from)
                && ended.isBefore(to)
                && (environment == null || Objects.equals(environment, deploy.get(PLACE)));
    }

    private String rank(List<Object> deploy) {
        return HashChain.sha256(seed + "\n" + deploy.get(NUMBER));
    }
}
