package io.jenkins.plugins.itgc.testbed.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.init.Terminator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jenkins.model.Jenkins;
import jenkins.util.Timer;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** No thread of a controller outlives it, and one that would is named. */
@Timeout(120)
class ControllerThreadsTest {
    private static final Duration AT_ONCE = Duration.ofMillis(200);
    private static final Duration IN_TIME = Duration.ofSeconds(60);
    private static final List<String> TERMINATED = new ArrayList<>();

    private final CountDownLatch ends = new CountDownLatch(1);
    private final ControllerThreads threads = new ControllerThreads("tested");

    @TempDir
    Path home;

    @AfterEach
    void letGo() {
        ends.countDown();
    }

    /** As a thread does that cares for nothing. */
    private void last() {
        boolean over = false;
        while (!over) {
            try {
                over = ends.await(1, TimeUnit.HOURS);
            } catch (InterruptedException e) {
                over = false;
            }
        }
    }

    private Thread begun(Thread thread) {
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Test
    void namesAThreadThatOutlivesItsController() throws Exception {
        begun(threads.named("worker").newThread(this::last));

        assertThatThrownBy(() -> threads.awaitEnd(AT_ONCE))
                .hasMessageContaining("worker 1")
                .hasMessageContaining("ControllerThreadsTest.last");

        ends.countDown();
        threads.awaitEnd(IN_TIME);
    }

    @Test
    void namesAThreadThatOneOfTheControllersThreadsBegan() throws Exception {
        Thread worker =
                begun(threads.named("worker").newThread(() -> begun(new Thread(this::last, "begun by the plugin"))));
        worker.join();

        assertThatThrownBy(() -> threads.awaitEnd(AT_ONCE)).hasMessageContaining("begun by the plugin");
    }

    @Test
    void namesAThreadOfThePluginWhoeverBeganIt() {
        begun(new Thread(this::last, "itgc-judge-1"));

        assertThatThrownBy(() -> threads.awaitEnd(AT_ONCE)).hasMessageContaining("itgc-judge-1");
    }

    @Test
    void leavesAloneWhatIsNotTheControllers() throws Exception {
        begun(new Thread(this::last, "of a test"));

        threads.awaitEnd(AT_ONCE);
    }

    @Test
    void waitsForAThreadThatEnds() throws Exception {
        begun(threads.named("worker").newThread(this::last));
        begun(new Thread(ends::countDown));

        threads.awaitEnd(IN_TIME);
    }

    @Test
    void stoppingAControllerEndsItsThreads() throws Exception {
        Controller controller = Controller.start(ControllerOptions.in(home));
        CountDownLatch running = new CountDownLatch(2);
        Runnable untilInterrupted = () -> {
            running.countDown();
            assertThatThrownBy(() -> ends.await()).isInstanceOf(InterruptedException.class);
        };
        controller.runtime().workers().execute(untilInterrupted);
        Timer.get().execute(untilInterrupted);
        running.await();

        controller.stop();

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("controller ") || name.startsWith("jenkins.util.Timer"));
        assertThat(ControllerRuntime.isRunning()).isFalse();
    }

    /** Called by name, as Jenkins does. */
    @Terminator(requires = FlowExecutionList.EXECUTIONS_SUSPENDED)
    static void note() {
        TERMINATED.add(Jenkins.get().getRootDir().getName());
    }

    @Test
    void stoppingAControllerCallsTerminatorsWhileItIsThere() throws Exception {
        Controller controller =
                Controller.start(ControllerOptions.in(home.resolve("stopped in " + home.getFileName())));

        controller.stop();

        assertThat(TERMINATED).contains("stopped in " + home.getFileName());
        assertThatCode(() -> Jenkins.get()).isInstanceOf(IllegalStateException.class);
    }
}
