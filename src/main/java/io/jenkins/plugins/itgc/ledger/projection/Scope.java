package io.jenkins.plugins.itgc.ledger.projection;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a reader may see.
 *
 * @param everything whether that is all
 * @param jobs otherwise the jobs, by {@link Jobs.Job#id()}
 */
public record Scope(boolean everything, Set<Long> jobs) {
    /** Stands in every list, because SQLite finds no way through an index by an empty one. */
    private static final long NO_JOB = -1;

    /** All that there is. */
    public static final Scope ALL = new Scope(true, Set.of());

    public Scope {
        jobs = Set.copyOf(jobs);
    }

    /** What these jobs did. */
    public static Scope of(Collection<Long> jobs) {
        return new Scope(false, Set.copyOf(jobs));
    }

    /**
     * Whether the reader may see what a job did.
     *
     * @param job by {@link Jobs.Job#id()}
     */
    public boolean covers(long job) {
        return everything || jobs.contains(job);
    }

    /** A condition on a column that holds a job; numbers of our own, so nothing from outside gets into the statement. */
    String condition(String column) {
        if (everything) {
            return "1";
        }
        TreeSet<Long> ids = new TreeSet<>(jobs);
        ids.add(NO_JOB);
        return ids.stream().map(String::valueOf).collect(Collectors.joining(",", column + " IN (", ")"));
    }

    /** A condition on columns that name where something belongs; no service stands for all of the environment. */
    String place(String environment, String service) {
        return everything
                ? "1"
                : "EXISTS (SELECT 1 FROM deployer WHERE deployer.environment = " + environment + " AND (" + service
                        + " IS NULL OR deployer.service = " + service + ") AND " + condition("deployer.job") + ")";
    }
}
