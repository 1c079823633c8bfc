package io.jenkins.plugins.itgc.ledger.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets appends that come while another is being written to the disk go together in the next write: one thread writes for
 * all that wait. Nobody waits longer than for the write under way and the next one.
 *
 * @param <D> what is appended
 * @param <E> what comes of it
 */
final class GroupCommit<D, E> {
    private static final int MOST_AT_ONCE = 512;

    private final Function<List<D>, List<E>> write;
    private List<Pending<D, E>> waiting = new ArrayList<>();
    private boolean writing;

    /** @param write writes all or nothing, and gives as many results, in order; never called by two threads at once */
    GroupCommit(Function<List<D>, List<E>> write) {
        this.write = write;
    }

    private enum State {
        /** Another thread writes. */
        WAITING,
        /** Its thread is the one to write now. */
        LEADS,
        /** It is written, or it failed. */
        DONE
    }

    private static final class Pending<D, E> {
        private final D draft;
        private final Thread thread = Thread.currentThread();
        private @Nullable E result;
        private @Nullable RuntimeException failure;

        /** Set last, so that whoever sees it sees the rest. */
        private volatile State state = State.WAITING;

        private Pending(D draft) {
            this.draft = draft;
        }

        private void become(State next) {
            state = next;
            if (thread != Thread.currentThread()) {
                LockSupport.unpark(thread);
            }
        }
    }

    /**
     * Appends, alone or together with others.
     *
     * @throws RuntimeException what the write failed with; then nothing of this draft was written
     */
    E append(D draft) {
        Pending<D, E> own = new Pending<>(draft);
        enter(own);
        boolean interrupted = await(own);
        if (own.state == State.LEADS) {
            lead();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (own.failure != null) {
            throw own.failure;
        }
        return Objects.requireNonNull(own.result, "What was written and did not fail has a result.");
    }

    private synchronized void enter(Pending<D, E> own) {
        waiting.add(own);
        if (!writing) {
            writing = true;
            own.state = State.LEADS;
        }
    }

    /**
     * Waits until it is done or this thread is to write. An append is not given up half way, and whatever writes to the disk
     * would be cut off by the mark of an interruption: its caller sees it afterwards.
     */
    private boolean await(Pending<D, E> own) {
        boolean interrupted = Thread.interrupted();
        while (own.state == State.WAITING) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        return interrupted;
    }

    /** The next one to write is told first: it writes while the others are told that they are done. */
    private void lead() {
        List<Pending<D, E>> group = take();
        try {
            write(group);
        } finally {
            handOver();
            group.forEach(one -> one.become(State.DONE));
        }
    }

    /** The first in line, this thread's own among them: whoever leads came first. */
    private synchronized List<Pending<D, E>> take() {
        List<Pending<D, E>> group = waiting;
        waiting = new ArrayList<>();
        if (group.size() > MOST_AT_ONCE) {
            waiting.addAll(group.subList(MOST_AT_ONCE, group.size()));
            group = group.subList(0, MOST_AT_ONCE);
        }
        return group;
    }

    private void write(List<Pending<D, E>> group) {
        try {
            List<E> results = write.apply(group.stream().map(one -> one.draft).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).result = results.get(i);
            }
        } catch (RuntimeException | Error e) {
            RuntimeException failure =
                    e instanceof RuntimeException told ? told : new IllegalStateException("The write was cut off.", e);
            group.forEach(one -> one.failure = failure);
        }
    }

    private synchronized void handOver() {
        if (waiting.isEmpty()) {
            writing = false;
        } else {
            waiting.get(0).become(State.LEADS);
        }
    }
}
