package io.jenkins.plugins.itgc.testbed.scenarios.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hudson.model.Result;
import io.jenkins.plugins.itgc.gate.Topic;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.ApprovalEntry;
import io.jenkins.plugins.itgc.jenkins.config.ApproverGroupEntry;
import io.jenkins.plugins.itgc.jenkins.config.DatabaseEntry;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.IdentityEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.config.TargetEntry;
import io.jenkins.plugins.itgc.jenkins.config.TrackerAccount;
import io.jenkins.plugins.itgc.jenkins.config.WindowEntry;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.migration.MigrationGate;
import io.jenkins.plugins.itgc.testbed.controller.Controller;
import io.jenkins.plugins.itgc.testbed.controller.ControllerOptions;
import io.jenkins.plugins.itgc.testbed.sandbox.Sandbox;
import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.operation.Operations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.flywaydb.core.Flyway;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All four gates stand between a merge and its deploy, and each is opened by what it waits for. */
class FourGatesTest {
    private static final Path WORLD = Path.of("src/test/resources/four-gates.yaml");
    private static final String TARGET = "environment: 'production', service: 'orders'";

    @TempDir
    Path home;

    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private Sandbox sandbox;
    private Controller controller;
    private String commit;

    @BeforeEach
    void start() throws Exception {
        sandbox = Sandbox.start(World.load(WORLD), 0);
        controller =
                Controller.start(ControllerOptions.in(home).configuredBy(List.of(new WorldCasc(sandbox).write(home))));
        commit = sandbox.world().repository("acme/orders").branches().get("master");
        ItgcConfiguration configuration = ItgcConfiguration.get();
        configuration.getTrackers().get(0).setApprovedStatuses("Approved, Release approved");
        ask(configuration.getEnvironments().get(0));
        List<IdentityEntry> people = new ArrayList<>(configuration.getIdentities());
        IdentityEntry rita = new IdentityEntry("rita");
        rita.setAccounts(List.of(new TrackerAccount("jenkins", "rita")));
        people.add(rita);
        configuration.setIdentities(people);
    }

    private void ask(EnvironmentEntry production) {
        production.setRequiredGates("review, migration, approval, window");
        ApproverGroupEntry managers = new ApproverGroupEntry("managers");
        managers.setMembers("mia, nina");
        ApprovalEntry approval = new ApprovalEntry("1 of managers");
        approval.setGroups(List.of(managers));
        approval.setTicketStatuses("Release approved");
        production.setApproval(approval);
        WindowEntry window = new WindowEntry();
        window.setWindows("MON-SUN 00:00+1440m UTC\nMON-SUN 12:00+1440m UTC");
        production.setWindow(window);
        DatabaseEntry orders = new DatabaseEntry("orders");
        orders.setTool("flyway");
        orders.setFiles("db/migration/**");
        TargetEntry main = new TargetEntry("main");
        main.setUrl(url());
        orders.setTargets(List.of(main));
        production.setDatabases(List.of(orders));
    }

    private String url() {
        return "jdbc:sqlite:" + home.resolve("orders.db");
    }

    @AfterEach
    void stop() {
        controller.close();
        sandbox.close();
    }

    private String script() {
        String change = ", repository: 'acme/orders', commit: '" + commit + "'\n";
        return "itgcReview " + TARGET + change + "requireMigration database: 'orders', " + TARGET + change
                + "awaitManagerApproval " + TARGET + change + "calendarWindow " + TARGET + change
                + "gatedDeploy(" + TARGET + ") { echo \"deploying ${env.ITGC_COMMIT}\" }\n";
    }

    private void untilLogSays(String words) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(log).anyMatch(line -> line.contains(words)));
    }

    private void migrate() {
        Flyway.configure(FourGatesTest.class.getClassLoader())
                .dataSource(url(), null, null)
                .locations("filesystem:" + Path.of("src/test/resources/four-gates"))
                .load()
                .migrate();
    }

    @Test
    void openOneAfterTheOther() throws Exception {
        CompletableFuture<WorkflowRun> build = CompletableFuture.supplyAsync(() -> {
            try {
                return controller.run("orders", script(), "rita", log::add);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        untilLogSays("PASS: review");
        untilLogSays("Waiting:");
        assertThat(log).noneMatch(line -> line.contains("awaitManagerApproval"));

        migrate();
        wakeMigration();
        untilLogSays("PASS: migration");
        untilLogSays("[Pipeline] awaitManagerApproval");
        await().atMost(Duration.ofSeconds(60)).until(() -> kinds().contains("approval.requested"));
        assertThat(log).noneMatch(line -> line.contains("calendarWindow"));

        operation("transition-ticket", "{\"key\": \"OPS-7\", \"to\": \"Release approved\", \"by\": \"nina\"}");
        ItgcServices.get().waiting().wake(Topic.ticket("OPS-7"));

        WorkflowRun run = build.get();
        assertThat(run.getResult()).as(run.getLog()).isEqualTo(Result.SUCCESS);
        assertThat(run.getLog()).contains("PASS: approval", "PASS: window", "deploying " + commit);
        assertThat(kinds()).contains("deploy.started", "deploy.succeeded");
        assertThat(ItgcServices.get().ledger().verify().intact()).isTrue();
    }

    /** No event tells of a database: the gate is told to look as a person who is impatient would. */
    private static void wakeMigration() {
        ItgcServices.get().waiting().wake(MigrationGate.topic("orders"));
    }

    private static List<String> kinds() {
        return ItgcServices.get().ledger().entries(0, 1000).stream()
                .map(Entry::kind)
                .toList();
    }

    private void operation(String name, String parameters) {
        try {
            sandbox.world().apply(Operations.parse(name, new ObjectMapper().readTree(parameters)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
