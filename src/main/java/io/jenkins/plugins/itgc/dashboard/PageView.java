package io.jenkins.plugins.itgc.dashboard;

import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.ledger.projection.Projection;
import io.jenkins.plugins.itgc.ledger.projection.Scope;

/**
 * One view of the pages.
 *
 * @param data where the content comes from
 * @param reader who views them
 * @param projection the content as it is now
 * @param scope the jobs whose deploys the reader may see
 */
public record PageView(DashboardData data, Reader reader, Projection projection, Scope scope) {
    /** @throws LedgerFailure when the content cannot be read */
    public static PageView of(DashboardData data, Reader reader) {
        Projection projection = data.current();
        return new PageView(data, reader, projection, reader.scope(projection));
    }
}
