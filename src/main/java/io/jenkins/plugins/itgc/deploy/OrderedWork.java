package io.jenkins.plugins.itgc.deploy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * Work that is done in its order along each line, off the caller's thread. What does not succeed is done again, more and
 * more seldom, and holds up only what comes after it in the same line. Safe for use by several threads.
 */
public final class OrderedWork {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Map<String, List<BooleanSupplier>> pending = new HashMap<>();
    private final Executor executor;
    private final Later later;

    /** Does something after a while. */
    @FunctionalInterface
    public interface Later {
        /**
         * Does the work once, on any thread, and returns at once.
         *
         * @param after how long to wait before
         */
        void run(Duration after, Runnable work);
    }

    /**
     * Work of one kind.
     *
     * @param executor does the work, not on the caller's thread
     * @param later begins again with what did not succeed
     */
    public OrderedWork(Executor executor, Later later) {
        this.executor = executor;
        this.later = later;
    }

    /** @param work whether it is done for good; must handle its failures itself */
    public void add(String line, BooleanSupplier work) {
        synchronized (pending) {
            List<BooleanSupplier> waiting = pending.computeIfAbsent(line, key -> new ArrayList<>());
            waiting.add(work);
            if (waiting.size() > 1) {
                return;
            }
        }
        soon(line, FIRST);
    }

    private void soon(String line, Duration next) {
        executor.execute(() -> go(line, next));
    }

    private void go(String line, Duration next) {
        BooleanSupplier work;
        synchronized (pending) {
            work = waiting(line).get(0);
        }
        if (work.getAsBoolean()) {
            if (more(line)) {
                soon(line, FIRST);
            }
        } else {
            Duration longer = next.multipliedBy(2);
            Duration then = longer.compareTo(LONGEST) > 0 ? LONGEST : longer;
            later.run(next, () -> soon(line, then));
        }
    }

    /** Of a line that has work: it is taken out only when it is done. */
    private List<BooleanSupplier> waiting(String line) {
        return Objects.requireNonNull(pending.get(line), line);
    }

    private boolean more(String line) {
        synchronized (pending) {
            List<BooleanSupplier> waiting = waiting(line);
            waiting.remove(0);
            if (waiting.isEmpty()) {
                pending.remove(line);
            }
            return !waiting.isEmpty();
        }
    }
}
