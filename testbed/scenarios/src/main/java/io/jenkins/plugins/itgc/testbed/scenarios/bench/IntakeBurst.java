package io.jenkins.plugins.itgc.testbed.scenarios.bench;

import io.jenkins.plugins.itgc.connect.github.event.EventReader;
import io.jenkins.plugins.itgc.connect.github.event.HubSignature;
import io.jenkins.plugins.itgc.connect.intake.BatchedIntake;
import io.jenkins.plugins.itgc.connect.intake.Delivery;
import io.jenkins.plugins.itgc.connect.intake.IntakeStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How fast deliveries are taken, and whether a burst loses one. */
final class IntakeBurst implements Measurement {
    private static final int BURST = 5_000;
    private static final int[] SENDERS = {1, 16, 64};
    private static final String UNSIGNED = "sha256=" + "0".repeat(64);

    @Override
    public String title() {
        return "Webhook intake";
    }

    @Override
    public String about() {
        return "A burst of 5,000 deliveries, each of a pull request of its own: its signature checked, read, and on the disk before it is answered. Without HTTP. None may be lost; each should be answered within 100 ms.";
    }

    @Override
    public List<Table> run(boolean quick) throws Exception {
        Table table = new Table("senders", "deliveries", "kept", "a second", "p50 µs", "p99 µs");
        for (int senders : SENDERS) {
            burst(senders, quick ? BURST / 10 : BURST, table);
        }
        return List.of(table);
    }

    private static void burst(int senders, int count, Table table) throws Exception {
        Path folder = Files.createTempDirectory("itgc-intake");
        IntakeStore store = IntakeStore.open(folder.resolve("intake.db"), Clock.systemUTC());
        BatchedIntake intake = new BatchedIntake(store);
        long[] took = new long[count];
        List<Future<?>> all = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(senders);
        long began = System.nanoTime();
        for (int i = 0; i < count; i++) {
            int number = i;
            all.add(threads.submit(() -> took[number] = deliver(intake, number)));
        }
        for (Future<?> one : all) {
            one.get();
        }
        long nanos = System.nanoTime() - began;
        threads.shutdown();
        int kept = store.open().size();
        if (kept != count) {
            throw new IllegalStateException("Of " + count + " deliveries " + kept + " were kept.");
        }
        table.row(
                senders,
                "%,d".formatted(count),
                "%,d".formatted(kept),
                "%,d".formatted(count * 1_000_000_000L / nanos),
                WaitingGates.micros(took, 50),
                WaitingGates.micros(took, 99));
    }

    private static long deliver(BatchedIntake intake, int number) {
        long began = System.nanoTime();
        byte[] body = ("{\"action\":\"opened\",\"pull_request\":{\"number\":" + (number + 1)
                        + "},\"repository\":{\"full_name\":\"acme/orders\"}}")
                .getBytes(StandardCharsets.UTF_8);
        if (HubSignature.valid(body, UNSIGNED, List.of("secret"))) {
            throw new IllegalStateException("A forged delivery was taken.");
        }
        intake.take(new Delivery("bench " + number, EventReader.read("pull_request", body)));
        return System.nanoTime() - began;
    }
}
