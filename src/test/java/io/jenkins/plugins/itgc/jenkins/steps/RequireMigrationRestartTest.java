package io.jenkins.plugins.itgc.jenkins.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** A controller that restarts while the step requireMigration waits for somebody to migrate. */
class RequireMigrationRestartTest {
    private static final String SCRIPT = "def r = " + Shard.STEP + "\necho \"verdict ${r.verdict} of ${r.migrations}\"";

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @TempDir
    private Path folder;

    private void waits(Shard shard) throws Throwable {
        sessions.then(jenkins -> {
            shard.configure();
            WorkflowJob job = jenkins.createProject(WorkflowJob.class, "orders");
            job.setDefinition(new CpsFlowDefinition(SCRIPT, true));
            WorkflowRun run = job.scheduleBuild2(0).waitForStart();
            jenkins.waitForMessage("[itgc] Waiting: shard-1: sql/1.sql:1 table orders. It is not there.", run);
            Parked.until(run);
        });
    }

    private static WorkflowRun again(JenkinsRule jenkins) {
        return jenkins.jenkins.getItemByFullName("orders", WorkflowJob.class).getBuildByNumber(1);
    }

    @Test
    void goesOnWhenSomebodyMigratedMeanwhile() throws Throwable {
        try (Shard shard = new Shard(folder)) {
            waits(shard);
            shard.run("CREATE TABLE orders (id INTEGER)");
            sessions.then(jenkins -> {
                WorkflowRun run = again(jenkins);
                jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
                jenkins.assertLogContains("verdict pass of [sql/1.sql]", run);
            });
        }
    }

    @Test
    void waitsOnAndHearsThatSomebodyMigrated() throws Throwable {
        try (Shard shard = new Shard(folder)) {
            waits(shard);
            sessions.then(jenkins -> {
                WorkflowRun run = again(jenkins);
                Instant byItself = Parked.until(run);
                jenkins.assertLogNotContains("verdict", run);
                shard.run("CREATE TABLE orders (id INTEGER)");
                Shard.migrated();
                jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
                jenkins.assertLogContains("verdict pass of [sql/1.sql]", run);
                assertThat(Parked.decided("migration.decided")).isBefore(byItself);
            });
        }
    }
}
