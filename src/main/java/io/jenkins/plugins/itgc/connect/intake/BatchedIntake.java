package io.jenkins.plugins.itgc.connect.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * Writes what comes in at the same moment in one go: whoever comes first writes for all who came meanwhile, so that a
 * burst costs a few writes to the disk and not one each. Nobody is answered before theirs is on the disk.
 */
public final class BatchedIntake {
    private static final int AT_ONCE = 500;

    private record Waiting(Delivery delivery, CompletableFuture<Boolean> taken) {}

    private final IntakeStore store;
    private final Queue<Waiting> line = new ArrayDeque<>();
    private boolean writing;

    /** @param store where deliveries are kept */
    public BatchedIntake(IntakeStore store) {
        this.store = store;
    }

    /** Returns whether the delivery is new, when it survives a crash. */
    public boolean take(Delivery delivery) {
        CompletableFuture<Boolean> taken = new CompletableFuture<>();
        if (joinLine(new Waiting(delivery, taken))) {
            writeAll();
        }
        return taken.join();
    }

    /** True when the caller has to write. */
    private synchronized boolean joinLine(Waiting waiting) {
        line.add(waiting);
        boolean first = !writing;
        writing = true;
        return first;
    }

    private void writeAll() {
        List<Waiting> next = next();
        while (!next.isEmpty()) {
            write(next);
            next = next();
        }
    }

    private synchronized List<Waiting> next() {
        List<Waiting> next = new ArrayList<>();
        while (next.size() < AT_ONCE && !line.isEmpty()) {
            next.add(line.remove());
        }
        writing = !next.isEmpty();
        return next;
    }

    private void write(List<Waiting> some) {
        try {
            List<Boolean> news = store.keep(some.stream().map(Waiting::delivery).toList());
            for (int i = 0; i < some.size(); i++) {
                some.get(i).taken().complete(news.get(i));
            }
        } catch (RuntimeException e) {
            some.forEach(waiting -> waiting.taken().completeExceptionally(e));
        }
    }
}
