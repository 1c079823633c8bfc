package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Carries tasks out one after another on a shared pool, and another one whenever it runs out of them. */
final class SerialExecutor implements Executor {
    private final Executor pool;
    private final Runnable whenIdle;
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private boolean active;
    private volatile Thread thread;

    SerialExecutor(Executor pool, Runnable whenIdle) {
        this.pool = pool;
        this.whenIdle = whenIdle;
    }

    @Override
    public void execute(Runnable task) {
        synchronized (tasks) {
            tasks.add(task);
            if (active) {
                return;
            }
            active = true;
        }
        pool.execute(this::drain);
    }

    /** Whether the caller is a task of this executor. */
    boolean isCurrent() {
        return thread == Thread.currentThread();
    }

    private void drain() {
        thread = Thread.currentThread();
        try {
            runAll();
        } finally {
            thread = null;
        }
    }

    private void runAll() {
        while (true) {
            Runnable next = poll();
            if (next == null) {
                whenIdle.run();
                if (finish()) {
                    return;
                }
            } else {
                next.run();
            }
        }
    }

    private Runnable poll() {
        synchronized (tasks) {
            return tasks.poll();
        }
    }

    private boolean finish() {
        synchronized (tasks) {
            active = !tasks.isEmpty();
            if (!active) {
                thread = null;
            }
            return !active;
        }
    }
}
