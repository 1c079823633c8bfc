package io.jenkins.plugins.itgc.jenkins.bot;

import io.jenkins.plugins.itgc.connect.github.event.GitHubEvent.ReviewTarget;
import io.jenkins.plugins.itgc.connect.intake.IntakeStore;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.util.Timer;

/**
 * Works on what came in: each target by one at a time, in order; what comes in while a target is looked at is looked at
 * once more afterwards, however much it was. A target that cannot be looked at now stays in the line and is tried again.
 */
public final class ReviewLine {
    private static final Logger LOGGER = Logger.getLogger(ReviewLine.class.getName());
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final int MOST_DOUBLINGS = 6;

    /** Looks at one target. */
    public interface Looking {
        /**
         * Looks at a pull request, or at all that are open in a repository. Blocking.
         *
         * @throws EvidenceUnavailable when that cannot be done now; it is tried again
         */
        void look(ReviewTarget place) throws EvidenceUnavailable, InterruptedException;
    }

    private final IntakeStore store;
    private final Executor executor;
    private final Looking looking;
    private final AtomicBoolean looks = new AtomicBoolean();
    private final Set<ReviewTarget> busy = ConcurrentHashMap.newKeySet();
    private final Map<ReviewTarget, Integer> failures = new ConcurrentHashMap<>();
    private final Set<ReviewTarget> resting = ConcurrentHashMap.newKeySet();

    /**
     * @param store keeps the line over restarts
     * @param executor does the work, not on the caller's thread
     * @param looking looks at one of them
     */
    public ReviewLine(IntakeStore store, Executor executor, Looking looking) {
        this.store = store;
        this.executor = executor;
        this.looking = looking;
    }

    /** Begins with everything that is to be done and not begun; quick. */
    public void look() {
        if (looks.compareAndSet(false, true)) {
            executor.execute(this::begin);
        }
    }

    private void begin() {
        looks.set(false);
        for (IntakeStore.Task task : store.open()) {
            if (!resting.contains(task.place()) && busy.add(task.place())) {
                executor.execute(() -> work(task));
            }
        }
    }

    private void work(IntakeStore.Task task) {
        try {
            looking.look(task.place());
            store.done(task);
            failures.remove(task.place());
        } catch (EvidenceUnavailable e) {
            LOGGER.log(Level.INFO, "{0}: {1}", new Object[] {
                task.place(), e.finding().what()
            });
            rest(task.place(), e.retryAfter());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "A pull request could not be looked at: " + task.place(), e);
            rest(task.place(), null);
        } finally {
            busy.remove(task.place());
        }
        look();
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private void rest(ReviewTarget place, Duration wanted) {
        int before = failures.merge(place, 1, Integer::sum) - 1;
        Duration own = FIRST_PAUSE.multipliedBy(1L << Math.min(before, MOST_DOUBLINGS));
        Duration pause = wanted != null && wanted.compareTo(own) > 0 ? wanted : own;
        resting.add(place);
        Timer.get()
                .schedule(
                        () -> {
                            resting.remove(place);
                            look();
                        },
                        pause.toMillis(),
                        TimeUnit.MILLISECONDS);
    }
}
