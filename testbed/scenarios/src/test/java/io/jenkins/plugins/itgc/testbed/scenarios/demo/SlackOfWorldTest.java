package io.jenkins.plugins.itgc.testbed.scenarios.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.model.Result;
import io.jenkins.plugins.itgc.testbed.controller.Controller;
import io.jenkins.plugins.itgc.testbed.controller.ControllerOptions;
import io.jenkins.plugins.itgc.testbed.sandbox.Sandbox;
import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.model.SlackTeam;
import io.jenkins.plugins.itgc.testbed.sandbox.operation.SlackOperation.SlackClick;
import io.jenkins.plugins.itgc.testbed.sandbox.operation.SlackOperation.SlackCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release is approved in the world's Slack, and the bot says there what came of it. */
class SlackOfWorldTest {
    private static final Path WORLD = Path.of("../../examples/all-gates/world.yaml");
    private static final String APPROVE = "itgc-approve";

    @TempDir
    Path home;

    private Sandbox sandbox;
    private Controller controller;

    @BeforeEach
    void start() throws Exception {
        sandbox = Sandbox.start(World.load(WORLD), 0);
        controller =
                Controller.start(ControllerOptions.in(home).configuredBy(List.of(new WorldCasc(sandbox).write(home))));
        sandbox.world().slackRequests().connect(controller.url().resolve("itgc/slack"));
    }

    @AfterEach
    void stop() {
        controller.close();
        sandbox.close();
    }

    private CompletableFuture<WorkflowRun> waiting() {
        String commit = sandbox.world().repository("acme/orders").branches().get("master");
        String script = "awaitManagerApproval environment: 'production', service: 'orders', repository: 'acme/orders',"
                + " commit: '" + commit + "'";
        return CompletableFuture.supplyAsync(() -> {
            try {
                return controller.run("orders", script, "rita", line -> {});
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private Optional<SlackTeam.Message> request() {
        return sandbox.world().locked(() -> sandbox.world().slack().messages().stream()
                .filter(message -> message.button(APPROVE).isPresent())
                .findFirst());
    }

    private SlackTeam.Message shown() {
        await().atMost(Duration.ofMinutes(2)).until(() -> request().isPresent());
        return request().orElseThrow();
    }

    private boolean says(String words) {
        return sandbox.world().locked(() -> sandbox.world().slack().messages().stream()
                .anyMatch(message -> message.text().contains(words)
                        || message.blocks().toString().contains(words)));
    }

    private void untilItSays(String words) {
        await().atMost(Duration.ofMinutes(2)).until(() -> says(words));
    }

    @Test
    void whoAnswersForReleasesApprovesByTheButton() throws Exception {
        CompletableFuture<WorkflowRun> build = waiting();
        SlackTeam.Message request = shown();
        sandbox.world().apply(new SlackClick("alice", request.channel(), request.ts(), APPROVE));
        untilItSays("alice");
        assertThat(build.isDone()).isFalse();

        SlackTeam.Message again = shown();
        sandbox.world().apply(new SlackClick("nina", again.channel(), again.ts(), APPROVE));

        assertThat(build.get().getResult()).as(build.get().getLog()).isEqualTo(Result.SUCCESS);
        untilItSays("Approved by nina");
        await().atMost(Duration.ofMinutes(2)).until(() -> request().isEmpty());
    }

    @Test
    void whoAsksIsToldWhatWaits() {
        CompletableFuture<WorkflowRun> build = waiting();
        shown();
        sandbox.world().apply(new SlackCommand("nina", WorldCasc.CHANNEL, "list"));
        untilItSays("orders");
        sandbox.world().apply(new SlackCommand("nina", WorldCasc.CHANNEL, "whoami"));
        untilItSays("You are nina.");
        assertThat(build.isDone()).isFalse();
    }
}
