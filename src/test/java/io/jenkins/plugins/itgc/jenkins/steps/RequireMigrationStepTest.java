package io.jenkins.plugins.itgc.jenkins.steps;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import hudson.model.Result;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.DatabaseEntry;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.GitHubEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.config.TargetEntry;
import io.jenkins.plugins.itgc.migration.MigrationGate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
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
    private static final String HEAD = "c".repeat(40);
    private static final String BASE = "b".repeat(40);
    private static final String BLOB = "f".repeat(40);
    private static final String STEP = "requireMigration database: 'orders', environment: 'production', service: 'orders',"
            + " repository: 'acme/orders', pullRequest: 12";

    @TempDir
    private Path folder;

    private final WireMockServer server =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
    private final DatabaseEntry orders = new DatabaseEntry("orders");
    private JenkinsRule jenkins;

    @BeforeEach
    void configure(JenkinsRule rule) throws Exception {
        jenkins = rule;
        server.start();
        server.stubFor(any(anyUrl()).atPriority(9).willReturn(aResponse().withStatus(404)));
        json("/pulls/12", "{\"number\":12,\"html_url\":\"https://github.example/12\",\"title\":\"Faster\",\"body\":\"\","
                + "\"head\":{\"sha\":\"" + HEAD + "\"},\"base\":{\"sha\":\"" + BASE + "\"}}");
        json("/compare/" + BASE + "..." + HEAD, "{\"merge_base_commit\":{\"sha\":\"" + BASE + "\"}}");
        json("/commits/" + HEAD, "{\"commit\":{\"tree\":{\"sha\":\"" + "d".repeat(40) + "\"}}}");
        json("/git/trees/" + BASE, "{\"truncated\":false,\"tree\":[]}");
        tree("sql/1.sql");
        server.stubFor(get(urlPathEqualTo("/repos/acme/orders/git/blobs/" + BLOB))
                .willReturn(aResponse().withBody("CREATE TABLE orders (id INTEGER);")));
        GitHubEntry gitHub = new GitHubEntry();
        gitHub.setApiUri(server.baseUrl());
        ItgcConfiguration.get().setGitHub(gitHub);
        TargetEntry target = new TargetEntry("shard-1");
        target.setUrl("jdbc:sqlite:" + folder.resolve("shard.db"));
        orders.setTool("sql");
        orders.setFiles("sql/**");
        orders.setContact("dba@example.com");
        orders.setTargets(List.of(target));
        EnvironmentEntry production = new EnvironmentEntry("production");
        production.setDatabases(List.of(orders));
        ItgcConfiguration.get().setEnvironments(List.of(production));
        run("CREATE TABLE other (id INTEGER)");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private void json(String path, String body) {
        server.stubFor(get(urlPathEqualTo("/repos/acme/orders" + path)).willReturn(okJson(body)));
    }

    private void tree(String path) {
        json("/git/trees/" + HEAD, "{\"truncated\":false,\"tree\":[{\"type\":\"blob\",\"path\":\"" + path + "\",\"sha\":\""
                + BLOB + "\"}]}");
    }

    private void run(String sql) throws SQLException {
        try (Connection connection =
                        new org.sqlite.JDBC().connect("jdbc:sqlite:" + folder.resolve("shard.db"), new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private WorkflowJob job(String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "orders");
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }

    private static void migrated() {
        ItgcServices.get().waiting().wake(MigrationGate.topic("orders"));
    }

    @Test
    void waitsUntilSomebodyMigratedAndSaysWhoToAsk() throws Exception {
        WorkflowRun run = job("def r = " + STEP + "\necho \"verdict ${r.verdict} of ${r.migrations}\"")
                .scheduleBuild2(0)
                .waitForStart();
        jenkins.waitForMessage("[itgc] Waiting: shard-1: sql/1.sql:1 table orders. It is not there.", run);
        run("CREATE TABLE orders (id INTEGER)");
        migrated();
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
        migrated();
        jenkins.waitForMessage("UNKNOWN: migration of", run);
        Files.move(folder.resolve("away.db"), file);
        run("CREATE TABLE orders (id INTEGER)");
        migrated();
        jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
    }

    @Test
    void refusesAtOnceWhenAsked() throws Exception {
        WorkflowRun run = jenkins.assertBuildStatus(Result.FAILURE, job(STEP + ", wait: false").scheduleBuild2(0));
        jenkins.assertLogContains("ERROR: The migration gate stays shut: shard-1: sql/1.sql:1 table orders", run);
    }

    @Test
    void aChangeWithoutMigrationsPassesAndSaysSo() throws Exception {
        tree("README.md");
        WorkflowRun run = jenkins.buildAndAssertSuccess(job(STEP));
        jenkins.assertLogContains("The change has no migrations for orders.", run);
    }

    @Test
    void aListOfFilesThatIsCutShortBlocks() throws Exception {
        json("/git/trees/" + HEAD, "{\"truncated\":true,\"tree\":[]}");
        WorkflowRun run = jenkins.assertBuildStatus(Result.FAILURE, job(STEP).scheduleBuild2(0));
        jenkins.assertLogContains("too many for one answer", run);
    }

    @Test
    void namesADatabaseThatIsNotConfigured() throws Exception {
        WorkflowRun run = jenkins.assertBuildStatus(
                Result.FAILURE, job(STEP.replace("database: 'orders'", "database: 'billing'")).scheduleBuild2(0));
        jenkins.assertLogContains("there is no database \"billing\"", run);
    }
}
