package io.jenkins.plugins.itgc.jenkins;

import io.jenkins.plugins.itgc.gate.Topic;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import jenkins.util.Timer;

/** Those who wait for a time or for an event, whichever comes first; none of them holds a thread. */
public final class Waiting {
    private static final int REMEMBERED = 10_000;

    private final Map<Topic, Set<Waiter>> listeners = new ConcurrentHashMap<>();
    private final Deque<Topic> heard = new ArrayDeque<>();
    private final ReadWriteLock ending = new ReentrantReadWriteLock();
    private boolean ended;
    private long events;

    /** Somebody who waits; woken at most once. */
    public final class Waiter {
        private final Set<Topic> topics;
        private final Runnable wake;
        private final AtomicBoolean done = new AtomicBoolean();
        private ScheduledFuture<?> alarm;

        private Waiter(Set<Topic> topics, Runnable wake) {
            this.topics = topics;
            this.wake = wake;
        }

        private void wake() {
            ending.readLock().lock();
            try {
                if (!ended && leave()) {
                    wake.run();
                }
            } finally {
                ending.readLock().unlock();
            }
        }

        /** Ends the waiting without waking. */
        public void cancel() {
            leave();
        }

        private boolean leave() {
            if (!done.compareAndSet(false, true)) {
                return false;
            }
            topics.forEach(topic -> listeners.computeIfPresent(topic, (key, waiters) -> without(waiters)));
            stopAlarm();
            return true;
        }

        private Set<Waiter> without(Set<Waiter> waiters) {
            waiters.remove(this);
            return waiters.isEmpty() ? null : waiters;
        }

        private synchronized void startAlarm(Duration after) {
            if (!done.get()) {
                alarm = Timer.get().schedule(this::wake, Math.max(0, after.toMillis()), TimeUnit.MILLISECONDS);
            }
        }

        private synchronized void stopAlarm() {
            if (alarm != null) {
                alarm.cancel(false);
            }
        }
    }

    /**
     * Begins to wait.
     *
     * @param after wakes at the latest after this time
     * @param topics wakes earlier when one of these is heard
     * @param wake must be quick: it runs on the timer's or the event's thread
     */
    public Waiter await(Duration after, Set<Topic> topics, Runnable wake) {
        return await(after, topics, events(), wake);
    }

    /**
     * Begins to wait, and to listen to what was heard a while ago.
     *
     * @param since as {@link #events} told when the waiter last looked: what was heard since then wakes at once
     */
    public Waiter await(Duration after, Set<Topic> topics, long since, Runnable wake) {
        Waiter waiter = new Waiter(topics, wake);
        topics.forEach(topic -> listeners.compute(topic, (key, waiters) -> with(waiters, waiter)));
        waiter.startAlarm(heardSince(topics, since) ? Duration.ZERO : after);
        return waiter;
    }

    /** Nobody is woken any more; who is being woken has been when this returns. */
    void end() {
        ending.writeLock().lock();
        try {
            ended = true;
        } finally {
            ending.writeLock().unlock();
        }
    }

    /** How many events were heard so far. */
    public long events() {
        synchronized (heard) {
            return events;
        }
    }

    /** Too long ago to remember counts as heard. */
    private boolean heardSince(Set<Topic> topics, long since) {
        synchronized (heard) {
            long passed = events - since;
            return passed > heard.size() || heard.stream().limit(passed).anyMatch(topics::contains);
        }
    }

    private void remember(Topic topic) {
        synchronized (heard) {
            events++;
            heard.addFirst(topic);
            if (heard.size() > REMEMBERED) {
                heard.removeLast();
            }
        }
    }

    private static Set<Waiter> with(Set<Waiter> waiters, Waiter waiter) {
        Set<Waiter> all = waiters == null ? ConcurrentHashMap.newKeySet() : waiters;
        all.add(waiter);
        return all;
    }

    /** Something happened; everybody who listens looks again. */
    public void wake(Topic topic) {
        remember(topic);
        List.copyOf(listeners.getOrDefault(topic, Set.of())).forEach(Waiter::wake);
    }
}
