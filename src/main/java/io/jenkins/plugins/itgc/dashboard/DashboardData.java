package io.jenkins.plugins.itgc.dashboard;

import io.jenkins.plugins.itgc.deploy.DeployRegister;
import io.jenkins.plugins.itgc.deploy.RunningVersions;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.ledger.projection.Projection;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Where the pages take their content from. */
public interface DashboardData {
    /** The controller's clock. */
    Clock clock();

    /**
     * The controller's ledger.
     *
     * @throws LedgerFailure when it cannot be opened
     */
    Ledger ledger();

    /**
     * The projections, up to date unless so much was appended that taking it in takes a while.
     *
     * @throws LedgerFailure when ledger or projections cannot be used
     */
    Projection current();

    /**
     * The projections with all that was appended so far, however long it takes.
     *
     * @throws LedgerFailure when ledger or projections cannot be used
     */
    Projection complete();

    /** Whether everything that was appended is in the projections. */
    boolean isComplete();

    /** The queues, and what is deployed where. */
    DeployRegister deploys();

    /** What really runs, as far as it was asked. */
    RunningVersions runningVersions();

    /** The calendars that windows are read from. */
    List<CalendarData> calendars();

    /** Where answers to requests for approval are taken; empty where nobody takes them. */
    Optional<ApprovalAnswers> answers();
}
