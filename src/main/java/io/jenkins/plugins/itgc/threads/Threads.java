package io.jenkins.plugins.itgc.threads;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The plugin's threads: each goes away when nobody needs it, and all of them go with the controller. */
public final class Threads {
    private static final int IDLE_SECONDS = 30;

    private final List<ExecutorService> pools = new CopyOnWriteArrayList<>();
    private final Set<Thread> begun = ConcurrentHashMap.newKeySet();

    /** At most so many at once; further work waits in line. */
    public ExecutorService bounded(String name, int limit) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                limit, limit, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named(name), Threads::drop);
        pool.allowCoreThreadTimeOut(true);
        return kept(pool);
    }

    /** As many as are needed: each is bounded by the judgement that it serves. */
    public ExecutorService cached(String name) {
        return kept(new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                named(name),
                Threads::drop));
    }

    private ExecutorService kept(ExecutorService pool) {
        pools.add(pool);
        return pool;
    }

    private ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(() -> live(work), name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** A thread that took itself off the list would still be alive for a moment: the next one takes off who is dead. */
    private void live(Runnable work) {
        begun.removeIf(thread -> !thread.isAlive());
        begun.add(Thread.currentThread());
        work.run();
    }

    /** What comes after the end is not begun, and whoever waits for it is told so. */
    private static void drop(Runnable work, @Nullable ThreadPoolExecutor ended) {
        if (work instanceof Future<?> waitedFor) {
            waitedFor.cancel(false);
        }
    }

    /**
     * Begins nothing more, interrupts what goes on, and waits until it is over.
     *
     * @return those that are not over after this time
     */
    public List<Thread> end(Duration patience) throws InterruptedException {
        pools.forEach(pool -> pool.shutdownNow().forEach(work -> drop(work, null)));
        long until = System.nanoTime() + patience.toNanos();
        for (ExecutorService pool : pools) {
            pool.awaitTermination(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
        // A pool is through before the last steps of its threads.
        for (Thread thread : begun) {
            TimeUnit.NANOSECONDS.timedJoin(thread, until - System.nanoTime());
        }
        return begun.stream().filter(Thread::isAlive).toList();
    }
}
