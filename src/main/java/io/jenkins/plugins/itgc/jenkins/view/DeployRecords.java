package io.jenkins.plugins.itgc.jenkins.view;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.ledger.projection.Projection;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;

/** The controller's projections, kept up with its ledger. */
@Extension
public class DeployRecords implements ExtensionPoint {
    private static final Logger LOG = Logger.getLogger(DeployRecords.class.getName());

    /** So many entries are taken in while somebody waits for a page; more are taken in behind it. */
    private static final int AT_ONCE = 1000;

    private final AtomicBoolean behind = new AtomicBoolean();
    private Projection projection;

    public static DeployRecords get() {
        return ExtensionList.lookupSingleton(DeployRecords.class);
    }

    /**
     * The projections with all that was appended so far, unless that is so much that it takes a while.
     *
     * @throws LedgerFailure when ledger or projections cannot be used
     */
    public Projection current() {
        Projection all = opened();
        if (!behind.get() && all.catchUp(AT_ONCE)) {
            catchUpBehind(all);
        }
        return all;
    }

    /**
     * The projections with all that was appended so far, however long it takes.
     *
     * @throws LedgerFailure when ledger or projections cannot be used
     */
    public Projection complete() {
        Projection all = opened();
        all.catchUp();
        return all;
    }

    /** Whether everything that was appended is in the projections. */
    public boolean isComplete() {
        return !behind.get();
    }

    private synchronized Projection opened() {
        if (projection == null) {
            Path file = Jenkins.get().getRootDir().toPath().resolve("itgc").resolve("projections.db");
            projection = Projection.open(file, ItgcServices.get().ledger()::entries);
        }
        return projection;
    }

    private void catchUpBehind(Projection all) {
        if (!behind.compareAndSet(false, true)) {
            return;
        }
        ItgcServices.get().aside(() -> {
            try {
                all.catchUp();
            } catch (LedgerFailure e) {
                LOG.log(Level.WARNING, "The pages of deploys are not up to date", e);
            } finally {
                behind.set(false);
            }
        });
    }
}
