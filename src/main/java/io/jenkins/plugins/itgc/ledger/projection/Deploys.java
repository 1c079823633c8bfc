package io.jenkins.plugins.itgc.ledger.projection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks deploys up. Every answer holds only what the reader may see. */
public final class Deploys {
    private final ProjectionFile file;

    Deploys(ProjectionFile file) {
        this.file = file;
    }

    /**
     * Newest first.
     *
     * @param limit how many at most
     */
    public List<Deploy> find(DeployFilter filter, Scope scope, int limit) {
        Optional<DeployQuery> query = DeployQuery.of(filter, scope);
        if (query.isEmpty()) {
            return List.of();
        }
        return file.read(rows -> rows.createQuery(query.get().sql("deploy.*"))
                .bindMap(query.get().values())
                .bind("most", limit)
                .map((row, context) -> Deploy.read(row))
                .list());
    }

    /**
     * A deploy as a mark in a calendar.
     *
     * @param at when its turn came, else when it asked
     */
    public record Mark(long id, String service, String environment, String result, boolean failed, Instant at) {}

    /** The deploys that a filter finds, newest first, without their texts. */
    public List<Mark> marks(DeployFilter filter, Scope scope, int limit) {
        Optional<DeployQuery> query = DeployQuery.of(filter, scope);
        if (query.isEmpty()) {
            return List.of();
        }
        String columns = "deploy.id, deploy.service, deploy.environment, deploy.result, deploy.failed,"
                + " coalesce(deploy.started_at, deploy.requested_at) AS at";
        return file.read(rows -> rows.createQuery(query.get().sql(columns))
                .bindMap(query.get().values())
                .bind("most", limit)
                .map((row, context) -> new Mark(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getBoolean(5),
                        Cells.time(row, "at")))
                .list());
    }

    /** One deploy; empty when there is none that the reader may see. */
    public Optional<Deploy> byId(long id, Scope scope) {
        return one("SELECT * FROM deploy WHERE id = ?", id).filter(deploy -> scope.covers(deploy.job()));
    }

    /** The deploy of the same service in the same environment that succeeded before. */
    public Optional<Deploy> successBefore(Deploy deploy, Scope scope) {
        return one(
                        "SELECT * FROM deploy WHERE service = ? AND environment = ? AND id < ? AND +result = 'succeeded'"
                                + " ORDER BY id DESC LIMIT 1",
                        deploy.service(),
                        deploy.environment(),
                        deploy.id())
                .filter(before -> scope.covers(before.job()));
    }

    /** The deploys that wait or run, in the order in which they asked. */
    public List<Deploy> open(Scope scope) {
        return file.read(
                rows -> rows.select("SELECT * FROM deploy INDEXED BY deploy_open WHERE finished_at IS NULL AND "
                                + scope.condition("job") + " ORDER BY environment, service, id LIMIT 500")
                        .map((row, context) -> Deploy.read(row))
                        .list());
    }

    /** The live versions: of each service in each environment the deploy that succeeded last. */
    public List<Deploy> current(Scope scope) {
        return file.read(
                rows -> rows.select("SELECT deploy.* FROM (SELECT DISTINCT service, environment FROM deployer) place"
                                + " JOIN deploy ON deploy.id = (SELECT id FROM deploy inner_deploy INDEXED BY deploy_good WHERE"
                                + " inner_deploy.service ="
                                + " place.service AND inner_deploy.environment = place.environment AND inner_deploy.result ="
                                + " 'succeeded' ORDER BY inner_deploy.newest DESC LIMIT 1) WHERE "
                                + scope.condition("deploy.job")
                                + " ORDER BY deploy.id DESC LIMIT 200")
                        .map((row, context) -> Deploy.read(row))
                        .list());
    }

    private Optional<Deploy> one(String sql, Object... values) {
        return file.read(rows ->
                rows.select(sql, values).map((row, context) -> Deploy.read(row)).findOne());
    }
}
