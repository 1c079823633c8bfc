package io.jenkins.plugins.itgc.testbed.scenarios.bench;

import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.testbed.controller.Controller;
import io.jenkins.plugins.itgc.testbed.controller.ControllerOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;

/** Whole steps that wait on a controller: each has judged, recorded its decision in the ledger, and waits. */
final class WaitingSteps implements Measurement {
    private static final int[] COUNTS = {10, 1_000, 10_000};
    private static final int WOKEN = 300;

    @Override
    public String title() {
        return "Waiting steps";
    }

    @Override
    public String about() {
        return "The durable step of all gates on the testbed's controller. Each has judged once, its decision is in the "
                + "ledger, and it waits. Waking up is from the event to the end of the step: a fresh judgement and one "
                + "more entry that is safe on the disk. Each also looks again every minute, for which there are at most "
                + "16 threads on a controller, however many wait.";
    }

    @Override
    public List<Table> run(boolean quick) throws Exception {
        Table table = new Table("steps", "threads", "heap KiB", "heap B each", "wake-up p50 µs", "p99 µs");
        try (Controller controller = Controller.start(ControllerOptions.in(Files.createTempDirectory("itgc-bench")))) {
            WorkflowRun run = controller.run("bench", "echo 'bench'", "bench", null);
            measured(run, 10);
            for (int count : COUNTS) {
                row(table, count, measured(run, count));
            }
        }
        return List.of(table);
    }

    private static void row(Table table, int count, Measured measured) {
        table.row(
                "%,d".formatted(count),
                measured.threads(),
                "%,d".formatted(measured.bytes() >> 10),
                "%,d".formatted(measured.bytes() / count),
                WaitingGates.micros(measured.late(), 50),
                WaitingGates.micros(measured.late(), 99));
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Measured(int threads, long bytes, long[] late) {}

    private static Measured measured(WorkflowRun run, int count) throws IOException, InterruptedException {
        BenchGate.OPEN.set(false);
        untilJudgesAreGone();
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        long before = WaitingGates.usedHeap();
        ParkedSteps parked = ParkedSteps.park(run, count);
        untilJudgesAreGone();
        int held = ManagementFactory.getThreadMXBean().getThreadCount() - threads;
        long bytes = Math.max(0, WaitingGates.usedHeap() - before);
        long[] late = wake(parked.contexts());
        parked.stop();
        return new Measured(Math.max(0, held), bytes, late);
    }

    /** One after another, so that each is measured alone while all others wait. */
    private static long[] wake(List<BenchContext> contexts) {
        BenchGate.OPEN.set(true);
        long[] late = new long[Math.min(WOKEN, contexts.size())];
        for (int i = 0; i < late.length; i++) {
            BenchContext context = contexts.get(i);
            long told = System.nanoTime();
            ItgcServices.get().waiting().wake(BenchGate.topic(i));
            late[i] = context.untilEnded() - told;
        }
        return late;
    }

    /** The threads that judge go away when there is nothing to judge. */
    private static void untilJudgesAreGone() throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            boolean any = Thread.getAllStackTraces().keySet().stream()
                    .anyMatch(thread -> thread.getName().startsWith("itgc-judge"));
            if (!any) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
