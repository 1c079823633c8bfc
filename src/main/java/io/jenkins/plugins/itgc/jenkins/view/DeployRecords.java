package io.jenkins.plugins.itgc.jenkins.view;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import io.jenkins.plugins.itgc.dashboard.ApprovalAnswers;
import io.jenkins.plugins.itgc.dashboard.CalendarData;
import io.jenkins.plugins.itgc.dashboard.DashboardData;
import io.jenkins.plugins.itgc.deploy.DeployRegister;
import io.jenkins.plugins.itgc.deploy.RunningVersions;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.ledger.projection.Projection;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;

/** The controller's projections, kept up with its ledger. */
@Extension
public class DeployRecords implements ExtensionPoint, DashboardData {
    private static final Logger LOG = Logger.getLogger(DeployRecords.class.getName());

    /** So many entries are taken in while somebody waits for a page; more are taken in behind it. */
    private static final int AT_ONCE = 1000;

    private final AtomicBoolean behind = new AtomicBoolean();
    private Projection projection;

    /** The one of this controller. */
    public static DeployRecords get() {
        return ExtensionList.lookupSingleton(DeployRecords.class);
    }

    @Override
    public Clock clock() {
        return ItgcServices.get().clock();
    }

    @Override
    public Ledger ledger() {
        return ItgcServices.get().ledger();
    }

    @Override
    public DeployRegister deploys() {
        return ItgcServices.get().deploys();
    }

    @Override
    public RunningVersions runningVersions() {
        return ItgcServices.get().runningVersions();
    }

    @Override
    public List<CalendarData> calendars() {
        return ExtensionList.lookup(CalendarData.class);
    }

    @Override
    public Optional<ApprovalAnswers> answers() {
        return DashboardPorts.approvals();
    }

    @Override
    public Projection current() {
        Projection all = opened();
        if (!behind.get() && all.catchUp(AT_ONCE)) {
            catchUpBehind(all);
        }
        return all;
    }

    @Override
    public Projection complete() {
        Projection all = opened();
        all.catchUp();
        return all;
    }

    @Override
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
