package io.jenkins.plugins.itgc.dashboard;

import io.jenkins.plugins.itgc.ledger.projection.Projection;
import io.jenkins.plugins.itgc.ledger.projection.Scope;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who looks at a page, and what they may see. */
public interface Reader {
    /** The user id; null for somebody who has not logged in. */
    @Nullable
    String id();

    /** Whether they may answer requests for approval at all. */
    boolean mayApprove();

    /** Whether they may export the ledger, and so see all of it. */
    boolean mayExport();

    /** In which language they read. */
    Locale locale();

    /** The jobs whose deploys they may see. */
    Scope scope(Projection projection);

    /**
     * The path of a build below the controller's root; null when its job is gone or they may not see it.
     *
     * @param build its external name, {@code job#number}
     */
    @Nullable
    String pathOf(String build);

    /** Whether a build, by its external name, still runs. */
    boolean running(String build);
}
