package io.jenkins.plugins.itgc.jenkins.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.WindowEntry;
import java.time.Instant;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** A controller that restarts while the step calendarWindow waits in a freeze. */
class CalendarWindowRestartTest {
    private static final String SCRIPT = "def r = " + TeamCalendar.STEP + "\necho \"verdict ${r.verdict}\"";

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    private void waitsInAFreeze(TeamCalendar calendar) throws Throwable {
        calendar.shows(TeamCalendar.open(), TeamCalendar.freeze());
        sessions.then(jenkins -> {
            calendar.configure(new EnvironmentEntry("production"), new WindowEntry());
            WorkflowJob job = jenkins.createProject(WorkflowJob.class, "orders");
            job.setDefinition(new CpsFlowDefinition(SCRIPT, true));
            WorkflowRun run = job.scheduleBuild2(0).waitForStart();
            jenkins.waitForMessage("[itgc] Waiting: Closed by the freeze \"Code freeze\" (team)", run);
            Parked.until(run);
        });
    }

    private static WorkflowRun again(JenkinsRule jenkins) {
        return jenkins.jenkins.getItemByFullName("orders", WorkflowJob.class).getBuildByNumber(1);
    }

    @Test
    void goesOnWhenTheFreezeWasCalledOffMeanwhile() throws Throwable {
        try (TeamCalendar calendar = new TeamCalendar()) {
            waitsInAFreeze(calendar);
            calendar.shows(TeamCalendar.open());
            sessions.then(jenkins -> {
                WorkflowRun run = again(jenkins);
                jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
                jenkins.assertLogContains("verdict pass", run);
            });
        }
    }

    @Test
    void waitsOnAndHearsThatTheFreezeIsCalledOff() throws Throwable {
        try (TeamCalendar calendar = new TeamCalendar()) {
            waitsInAFreeze(calendar);
            sessions.then(jenkins -> {
                WorkflowRun run = again(jenkins);
                Instant byItself = Parked.until(run);
                jenkins.assertLogNotContains("verdict", run);
                calendar.shows(TeamCalendar.open());
                TeamCalendar.changed();
                jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
                jenkins.assertLogContains("verdict pass", run);
                assertThat(Parked.decided("window.decided")).isBefore(byItself);
            });
        }
    }
}
