package io.jenkins.plugins.itgc.gate;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/** Reads that go on side by side, each with the failures that a read of evidence has. */
public final class InParallel {
    private final Executor executor;

    /** @param executor must not run tasks on the calling thread if reads are to overlap */
    public InParallel(Executor executor) {
        this.executor = executor;
    }

    /** A read that was begun. */
    public static final class Read<T> {
        private final FutureTask<T> task;

        private Read(Callable<T> reading) {
            task = new FutureTask<>(reading);
        }

        /** Waits for the read; on interruption it is given up. */
        public T get() throws EvidenceUnavailable, InterruptedException {
            try {
                return task.get();
            } catch (InterruptedException e) {
                task.cancel(true);
                throw e;
            } catch (ExecutionException e) {
                throw unwrapped(e);
            }
        }

        /** Gives the read up: its answer is not needed any more. */
        public void cancel() {
            task.cancel(true);
        }

        private static RuntimeException unwrapped(ExecutionException e) throws EvidenceUnavailable {
            if (e.getCause() instanceof EvidenceUnavailable unavailable) {
                throw new EvidenceUnavailable(unavailable.finding(), unavailable.retryAfter(), unavailable);
            }
            return new IllegalStateException("A read failed in an unforeseen way: " + e.getCause(), e.getCause());
        }
    }

    /** Begins a read and does not wait for it; what it throws comes out of {@link Read#get}. */
    public <T> Read<T> begin(Callable<T> reading) {
        Read<T> read = new Read<>(reading);
        executor.execute(read.task);
        return read;
    }
}
