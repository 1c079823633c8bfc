package io.jenkins.plugins.itgc.ledger.projection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The jobs that appear in the ledger, and what they deploy. */
public final class Jobs {
    private final ProjectionFile file;

    /**
     * A job.
     *
     * @param id how rows refer to it
     * @param name its full name; the job itself may be gone
     */
    public record Job(long id, String name) {}

    /**
     * A service in an environment.
     *
     * @param service its name; null for all of the environment
     * @param environment where
     */
    public record ServiceEnvironment(@Nullable String service, String environment) {}

    Jobs(ProjectionFile file) {
        this.file = file;
    }

    /** All of them, in the order in which the ledger named them first. */
    public List<Job> all() {
        return file.read(rows -> rows.select("SELECT id, name FROM job ORDER BY id")
                .map((row, context) -> new Job(row.getLong(1), row.getString(2)))
                .list());
    }

    /** What was ever deployed where, as far as the reader may know. */
    public List<ServiceEnvironment> places(Scope scope) {
        return file.read(rows -> rows.select("SELECT DISTINCT service, environment FROM deployer WHERE "
                        + scope.condition("job") + " ORDER BY environment, service")
                .map((row, context) -> new ServiceEnvironment(row.getString(1), row.getString(2)))
                .list());
    }
}
