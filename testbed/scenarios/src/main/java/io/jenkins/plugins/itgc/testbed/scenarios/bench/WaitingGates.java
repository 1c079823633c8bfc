package io.jenkins.plugins.itgc.testbed.scenarios.bench;

import io.jenkins.plugins.itgc.gate.Topic;
import io.jenkins.plugins.itgc.jenkins.Waiting;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What gates that wait hold of the controller, and how late they wake up. */
final class WaitingGates implements Measurement {
    private static final int[] COUNTS = {10, 1_000, 10_000};
    private static final Duration FAR = Duration.ofHours(1);

    @Override
    public String title() {
        return "Waiting gates";
    }

    @Override
    public String about() {
        return "Each waits for a topic of its own and for a time. Threads are those that came with the waiting; the controller's timer keeps at most 10 for all its work.";
    }

    @Override
    public List<Table> run(boolean quick) throws Exception {
        byTopic(1_000);
        byTime(1_000, Duration.ofMillis(200));
        Table table = new Table(
                "gates", "threads", "heap KiB", "heap B each", "by topic p50 µs", "p99 µs", "by time p50 µs", "p99 µs");
        for (int count : COUNTS) {
            Held held = held(count);
            long[] topic = byTopic(count);
            long[] time = byTime(count, Duration.ofMillis(quick ? 500 : 3000));
            table.row(
                    "%,d".formatted(count),
                    held.threads(),
                    "%,d".formatted(held.bytes() >> 10),
                    held.bytes() / count,
                    micros(topic, 50),
                    micros(topic, 99),
                    micros(time, 50),
                    micros(time, 99));
        }
        return List.of(table);
    }

    private record Held(int threads, long bytes) {}

    private static Held held(int count) {
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        long before = usedHeap();
        Waiting waiting = new Waiting();
        List<Waiting.Waiter> waiters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            waiters.add(waiting.await(FAR, Set.of(topic(i)), () -> {}));
        }
        Held held = new Held(
                Math.max(0, ManagementFactory.getThreadMXBean().getThreadCount() - threads),
                Math.max(0, usedHeap() - before));
        waiters.forEach(Waiting.Waiter::cancel);
        return held;
    }

    private static Topic topic(int i) {
        return Topic.ticket("OPS-" + (i + 1));
    }

    /** After a collection; the second one takes what the first one only made unreachable. */
    static long usedHeap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long[] byTopic(int count) {
        Waiting waiting = new Waiting();
        long[] told = new long[count];
        long[] late = new long[count];
        for (int i = 0; i < count; i++) {
            int gate = i;
            waiting.await(FAR, Set.of(topic(i)), () -> late[gate] = System.nanoTime() - told[gate]);
        }
        for (int i = 0; i < count; i++) {
            told[i] = System.nanoTime();
            waiting.wake(topic(i));
        }
        return late;
    }

    /** The times are spread over a span, as the rechecks of gates are that began at different moments. */
    private static long[] byTime(int count, Duration span) throws InterruptedException {
        Waiting waiting = new Waiting();
        CountDownLatch awake = new CountDownLatch(count);
        long[] late = new long[count];
        for (int i = 0; i < count; i++) {
            int gate = i;
            Duration after = Duration.ofMillis(100 + span.toMillis() * i / count);
            long due = System.nanoTime() + after.toNanos();
            waiting.await(after, Set.of(topic(i)), () -> {
                late[gate] = System.nanoTime() - due;
                awake.countDown();
            });
        }
        if (!awake.await(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException(awake.getCount() + " gates were not woken.");
        }
        return late;
    }

    static String micros(long[] nanos, int percentile) {
        long[] sorted = Arrays.stream(nanos).sorted().toArray();
        int index = Math.min(sorted.length - 1, sorted.length * percentile / 100);
        return "%,d".formatted(sorted[index] / 1000);
    }
}
