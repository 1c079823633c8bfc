package io.jenkins.plugins.itgc.jenkins.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** The step requireMigration as a pipeline meets it, against a database that somebody migrates while it waits. */
@WithJenkins
class RequireMigrationStepTest {
    private static final String HEAD = Shard.HEAD;
    private static final String STEP = Shard.STEP;

    @TempDir
    private Path folder;

    private Shard shard;
    private JenkinsRule jenkins;

    @BeforeEach
    void configure(JenkinsRule rule) throws Exception {
        jenkins = rule;
        shard = new Shard(folder);
        shard.configure();
    }

    @AfterEach
    void stop() {
        shard.close();
    }

    private WorkflowJob job(String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "orders");
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }

    @Test
    void waitsUntilSomebodyMigratedAndSaysWhoToAsk() throws Exception {
        WorkflowRun run = job("def r = " + STEP + "\necho \"verdict ${r.verdict} of ${r.migrations}\"")
                .scheduleBuild2(0)
                .waitForStart();
        jenkins.waitForMessage("[itgc] Waiting: shard-1: sql/1.sql:1 table orders. It is not there.", run);
        shard.run("CREATE TABLE orders (id INTEGER)");
        Shard.migrated();
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
        jenkins.assertLogContains("Ask dba@example.com to apply it on shard-1.", run);
        jenkins.assertLogContains("verdict pass of [sql/1.sql]", run);
        assertThat(ItgcServices.get()
                        .ledger()
                        .newest("migration.decided", "acme/orders@" + HEAD)
                        .orElseThrow()
                        .body())
                .contains("\"decision\":\"pass\"");
    }

    @Test
    void aDatabaseThatGoesDownInTheMiddleOfAWaitIsUnknownUntilItIsBack() throws Exception {
        WorkflowRun run = job(STEP).scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("[itgc] Waiting: shard-1: sql/1.sql:1", run);
        Path file = folder.resolve("shard.db");
        Files.move(file, folder.resolve("away.db"));
        Shard.migrated();
        jenkins.waitForMessage("UNKNOWN: migration of", run);
        Files.move(folder.resolve("away.db"), file);
        shard.run("CREATE TABLE orders (id INTEGER)");
        Shard.migrated();
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
    }

    @Test
    void refusesAtOnceWhenAsked() throws Exception {
        WorkflowRun run = jenkins.assertBuildStatus(
                Result.FAILURE, job(STEP + ", wait: false").scheduleBuild2(0));
        jenkins.assertLogContains("ERROR: migration gate failed: shard-1: sql/1.sql:1 table orders", run);
    }

    @Test
    void aChangeWithoutMigrationsPassesAndSaysSo() throws Exception {
        shard.tree("README.md");
        WorkflowRun run = jenkins.buildAndAssertSuccess(job(STEP));
        jenkins.assertLogContains("The change has no migrations for orders.", run);
    }

    @Test
    void aListOfFilesThatIsCutShortBlocks() throws Exception {
        shard.json("/git/trees/" + HEAD, "{\"truncated\":true,\"tree\":[]}");
        WorkflowRun run = jenkins.assertBuildStatus(Result.FAILURE, job(STEP).scheduleBuild2(0));
        jenkins.assertLogContains("too many for one answer", run);
    }

    @Test
    void namesADatabaseThatIsOfAnotherService() throws Exception {
        shard.serves("billing");
        WorkflowRun run = jenkins.assertBuildStatus(Result.FAILURE, job(STEP).scheduleBuild2(0));
        jenkins.assertLogContains("the environment \"production\" has no database of the service orders", run);
    }

    @Test
    void aMigrationThatNoDatabaseOfTheServiceAsksForIsRefused() throws Exception {
        shard.tree("stats/1.sql");
        WorkflowRun run = jenkins.assertBuildStatus(Result.FAILURE, job(STEP).scheduleBuild2(0));
        jenkins.assertLogContains("No database of the service asks for the migration stats/1.sql.", run);
    }

    @Test
    void namesADatabaseThatIsNotConfigured() throws Exception {
        WorkflowRun run = jenkins.assertBuildStatus(
                Result.FAILURE,
                job(STEP.replace("database: 'orders'", "database: 'billing'")).scheduleBuild2(0));
        jenkins.assertLogContains("has no database \"billing\" of the service orders; it has orders", run);
    }
}
