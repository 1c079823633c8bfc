package io.jenkins.plugins.itgc.testbed.scenarios.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.model.Result;
import io.jenkins.plugins.itgc.approval.Answer;
import io.jenkins.plugins.itgc.approval.Receipt;
import io.jenkins.plugins.itgc.approval.Vote;
import io.jenkins.plugins.itgc.deploy.DeployNews;
import io.jenkins.plugins.itgc.deploy.DeployTarget;
import io.jenkins.plugins.itgc.deploy.Holds;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.people.Account;
import io.jenkins.plugins.itgc.testbed.controller.Controller;
import io.jenkins.plugins.itgc.testbed.controller.ControllerOptions;
import io.jenkins.plugins.itgc.testbed.sandbox.Sandbox;
import io.jenkins.plugins.itgc.testbed.sandbox.World;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.support.steps.input.InputAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A controller starts on the home that an earlier version left while its builds waited: one for an approval of which half is
 * given, two in the queue behind a hold. They go on.
 */
class OldBuildsGoOnTest {
    private static final Path THEN = Path.of("../../src/test/resources/ledgers/1");
    private static final String CONFIGURATION = "io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration.xml";
    private static final DeployTarget ORDERS = new DeployTarget("orders", "production");

    @TempDir
    Path folder;

    private Sandbox sandbox;
    private Controller controller;

    @BeforeEach
    void startOnTheOldHome() throws IOException {
        // What GitHub tells of itself is evidence too, so it is where it was.
        sandbox = Sandbox.start(World.load(THEN.resolve("world.yaml")), 0, URI.create("https://code.example.com"));
        Path home = folder.resolve("home");
        copy(THEN.resolve("waiting/home"), home);
        Files.copy(THEN.resolve("waiting/orders.db"), folder.resolve("orders.db"));
        Path configuration = home.resolve(CONFIGURATION);
        Files.writeString(
                configuration,
                Files.readString(configuration)
                        .replace("http://sandbox.invalid", sandbox.url().toString())
                        .replace("DATABASES", folder.toString()));
        controller = Controller.start(
                ControllerOptions.in(home).configuredBy(List.of(THEN.resolve("waiting/credentials.yaml"))));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                Path file = to.resolve(from.relativize(path).toString());
                Files.createDirectories(file.getParent());
                Files.copy(path, file);
            }
        }
    }

    @AfterEach
    void stop() {
        controller.close();
        sandbox.close();
    }

    private WorkflowRun build(String job, int number) {
        return ((WorkflowJob) controller.jenkins().getItemByFullName(job)).getBuildByNumber(number);
    }

    private static List<Entry> entries(String kind) {
        return ItgcServices.get().ledger().entries(Set.of(kind), 0, 1000);
    }

    private static Receipt answer(String user, Vote.Act act) {
        List<Entry> requests = entries("approval.requested");
        String open = String.valueOf(requests.get(requests.size() - 1).sequence());
        return ItgcServices.get()
                .approvals()
                .vote(new Answer(open, Account.jenkins(user), "dashboard", "So be it."), act);
    }

    private static void ends(WorkflowRun run, Result result) throws IOException {
        await().atMost(Duration.ofSeconds(60)).until(() -> !run.isBuilding());
        assertThat(run.getResult()).as(run.getLog()).isEqualTo(result);
    }

    private static void release() {
        ItgcServices.get().holds().release("production", "orders", "zoe");
        ItgcServices.get().waiting().wake(Holds.topic("production"));
    }

    @Test
    void knowsTheConfigurationTheBuildsAndTheQueue() {
        assertThat(ItgcConfiguration.get().getEnvironments()).hasSize(2);
        assertThat(build("orders", 1).getResult()).isEqualTo(Result.SUCCESS);
        assertThat(build("billing", 1).isBuilding()).isTrue();
        assertThat(ItgcServices.get().deploys().queue(ORDERS))
                .extracting(DeployNews::build)
                .containsExactly("orders#2", "orders-next#1");
    }

    @Test
    void deploysWhatWaitedForItsSecondApproval() throws Exception {
        assertThat(answer("nina", Vote.Act.GIVE).taken()).isTrue();

        ends(build("billing", 1), Result.SUCCESS);

        assertThat(build("billing", 1).getLog())
                .contains("PASS: approval", "PASS: window", "PASS: deploy", "deploying c0bd06");
        assertThat(entries("approval.requested")).hasSize(4);
        assertThat(ItgcServices.get().ledger().verify().intact()).isTrue();
    }

    /** Two approvals of one person are one. */
    @Test
    void remembersWhoApprovedBefore() {
        assertThat(answer("mia", Vote.Act.GIVE).sentence()).contains("You have said so already");
        assertThat(answer("alice", Vote.Act.GIVE).taken()).isFalse();
        assertThat(build("billing", 1).isBuilding()).isTrue();
    }

    @Test
    void endsWhatIsRefused() throws Exception {
        assertThat(answer("kenji", Vote.Act.REFUSE).taken()).isTrue();

        ends(build("billing", 1), Result.FAILURE);

        assertThat(build("billing", 1).getLog()).doesNotContain("deploying");
    }

    @Test
    void asksInTheBuildAsBefore() throws Exception {
        WorkflowRun billing = build("billing", 1);
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() ->
                        billing.getAction(InputAction.class).getExecutions().size() == 1);
        billing.doStop();
        ends(billing, Result.ABORTED);
    }

    @Test
    void deploysOneAfterTheOtherWhatWaitedInTheQueue() throws Exception {
        release();

        ends(build("orders", 2), Result.SUCCESS);
        ends(build("orders-next", 1), Result.SUCCESS);

        assertThat(build("orders", 2).getLog()).contains("PASS: deploy", "deploying f2168e");
        assertThat(entries("deploy.requested")).hasSize(3);
        List<String> builds =
                entries("deploy.started").stream().map(Entry::actor).toList();
        assertThat(builds).containsExactly("build orders#1", "build orders#2", "build orders-next#1");
        assertThat(ItgcServices.get().ledger().verify().intact()).isTrue();
    }
}
