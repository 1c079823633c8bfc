package io.jenkins.plugins.itgc.testbed.scenarios.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hudson.model.Result;
import io.jenkins.plugins.itgc.deploy.Hold;
import io.jenkins.plugins.itgc.deploy.Holds;
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
import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import io.jenkins.plugins.itgc.migration.MigrationGate;
import io.jenkins.plugins.itgc.testbed.controller.Controller;
import io.jenkins.plugins.itgc.testbed.controller.ControllerOptions;
import io.jenkins.plugins.itgc.testbed.sandbox.Sandbox;
import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Repository;
import io.jenkins.plugins.itgc.testbed.sandbox.operation.Operations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
    private String later;
    private String start;

    @BeforeEach
    void start() throws Exception {
        sandbox = Sandbox.start(World.load(WORLD), 0);
        controller =
                Controller.start(ControllerOptions.in(home).configuredBy(List.of(new WorldCasc(sandbox).write(home))));
        Repository repository = sandbox.world().repository("acme/orders");
        later = repository.branches().get("master");
        commit = repository.store().commit(later).parents().get(0);
        start = repository.store().commit(commit).parents().get(0);
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

    private static String script(String commit) {
        String change = ", repository: 'acme/orders', commit: '" + commit + "'\n";
        return "itgcReview " + TARGET + change + "requireMigration database: 'orders', " + TARGET + change
                + "awaitManagerApproval " + TARGET + change + "calendarWindow " + TARGET + change
                + "gatedDeploy(" + TARGET + ") { echo \"deploying ${env.ITGC_COMMIT}\" }\n";
    }

    private void untilLogSays(String words) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(log).anyMatch(line -> line.contains(words)));
    }

    private void migrate() {
        Flyway.configure(FourGatesTest.class.getClassLoader())
                .dataSource(url(), null, null)
                .locations("filesystem:" + Path.of("src/test/resources/four-gates"))
                .load()
                .migrate();
    }

    private CompletableFuture<WorkflowRun> begin(String job, String wanted) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return controller.run(job, script(wanted), "rita", line -> log.add(job + ": " + line));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void deployedBefore(String what) {
        Map<String, String> body = Map.of(
                "deploy", "0", "service", "orders", "environment", "production", "commit", what, "build", "orders#0");
        ItgcServices.get()
                .ledger()
                .append(new Draft(DeployState.SUCCEEDED.kind(), "orders in production", "build orders#0", body));
    }

    private void approve(String ticket) {
        operation("transition-ticket", "{\"key\": \"" + ticket + "\", \"to\": \"Release approved\", \"by\": \"nina\"}");
        ItgcServices.get().waiting().wake(Topic.ticket(ticket));
    }

    /** What the second one carries beyond its own work has gone out with the first by the time it looks again. */
    @Test
    void standForASecondDeployThatWaitedInTheQueue() throws Exception {
        migrate();
        deployedBefore(start);
        ItgcServices.get().holds().place(new Hold("production", null, "mia", "Incident 42", null));
        CompletableFuture<WorkflowRun> first = begin("first", commit);
        CompletableFuture<WorkflowRun> second = begin("second", later);
        await().atMost(Duration.ofMinutes(2)).until(() -> Collections.frequency(kinds(), "approval.requested") == 2);
        approve("OPS-7");
        untilLogSays("first: [itgc] Waiting: Not met: Hold.");
        approve("OPS-8");
        untilLogSays("second: [itgc] Waiting: Not met: Turn, Hold.");

        ItgcServices.get().holds().release("production", null, "mia");
        ItgcServices.get().waiting().wake(Holds.topic("production"));

        assertThat(first.get().getResult()).as(first.get().getLog()).isEqualTo(Result.SUCCESS);
        assertThat(second.get().getResult()).as(second.get().getLog()).isEqualTo(Result.SUCCESS);
    }

    @Test
    void openOneAfterTheOther() throws Exception {
        CompletableFuture<WorkflowRun> build = begin("orders", commit);
        untilLogSays("PASS: review");
        untilLogSays("Waiting:");
        assertThat(log).noneMatch(line -> line.contains("awaitManagerApproval"));

        migrate();
        wakeMigration();
        untilLogSays("PASS: migration");
        untilLogSays("[Pipeline] awaitManagerApproval");
        await().atMost(Duration.ofMinutes(2)).until(() -> kinds().contains("approval.requested"));
        assertThat(log).noneMatch(line -> line.contains("calendarWindow"));

        approve("OPS-7");

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
