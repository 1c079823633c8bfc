package io.jenkins.plugins.itgc.jenkins;

import hudson.security.ACL;
import hudson.security.ACLContext;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import jenkins.util.Timer;

/**
 * Work that is done now and then. The platform's timer only rings: nobody waits for its threads when the controller ends, so
 * the work is done by others.
 */
final class Regular {
    private final Runnable work;
    private final Executor executor;
    private final AtomicBoolean goesOn = new AtomicBoolean();

    Regular(Runnable work, Executor executor) {
        this.work = work;
        this.executor = executor;
    }

    /** Goes on until the timer ends with the controller. */
    @SuppressWarnings("FutureReturnValueIgnored") // Ringing cannot fail.
    void begin(Duration first, Duration every) {
        Timer.get().scheduleWithFixedDelay(this::ring, first.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void ring() {
        if (goesOn.compareAndSet(false, true)) {
            executor.execute(this::round);
        }
    }

    @SuppressWarnings("try") // Closing it gives the thread's rights back; nothing else is asked of it.
    private void round() {
        try (ACLContext system = ACL.as2(ACL.SYSTEM2)) {
            work.run();
        } finally {
            goesOn.set(false);
        }
    }
}
