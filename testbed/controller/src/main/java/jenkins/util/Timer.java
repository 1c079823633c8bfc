package jenkins.util;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** The pool for small delayed work of the whole controller. */
public class Timer {
    private static ScheduledExecutorService executor;

    private Timer() {}

    public static synchronized ScheduledExecutorService get() {
        if (executor == null) {
            ScheduledThreadPoolExecutor created = new ScheduledThreadPoolExecutor(10, task -> {
                Thread thread = Executors.defaultThreadFactory().newThread(task);
                thread.setName("jenkins.util.Timer " + thread.getId());
                thread.setDaemon(true);
                return thread;
            });
            created.setRemoveOnCancelPolicy(true);
            executor = created;
        }
        return executor;
    }

    public static synchronized void shutdown() {
        if (executor != null) {
            executor.shutdownNow();
            executor = null;
        }
    }
}
