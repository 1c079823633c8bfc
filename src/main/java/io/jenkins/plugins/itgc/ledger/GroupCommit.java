package io.jenkins.plugins.itgc.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

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
    private final List<Pending<D, E>> waiting = new ArrayList<>();
    private boolean writing;

    /** @param write writes all or nothing, and gives as many results, in order; never called by two threads at once */
    GroupCommit(Function<List<D>, List<E>> write) {
        this.write = write;
    }

    private static final class Pending<D, E> {
        private final D draft;
        private E result;
        private RuntimeException failure;
        private boolean interrupted;

        private Pending(D draft) {
            this.draft = draft;
        }

        private boolean done() {
            return result != null || failure != null;
        }
    }

    /**
     * Appends, alone or together with others.
     *
     * @throws RuntimeException what the write failed with; then nothing of this draft was written
     */
    E append(D draft) {
        Pending<D, E> own = new Pending<>(draft);
        List<Pending<D, E>> group = join(own);
        if (!group.isEmpty()) {
            try {
                write(group);
            } finally {
                leave();
            }
        }
        if (own.interrupted) {
            Thread.currentThread().interrupt();
        }
        if (own.failure != null) {
            throw own.failure;
        }
        return own.result;
    }

    /** Waits until it is done or this thread is to write; then gives what to write. */
    private synchronized List<Pending<D, E>> join(Pending<D, E> own) {
        waiting.add(own);
        while (writing && !own.done()) {
            try {
                wait();
            } catch (InterruptedException e) {
                own.interrupted = true; // An append is not given up half way; its caller sees the interruption after it.
            }
        }
        if (own.done()) {
            return List.of();
        }
        own.interrupted |= Thread.interrupted(); // Whatever writes to the disk would be cut off by the mark.
        writing = true;
        return take(own);
    }

    /** The first in line, and always this one. */
    private List<Pending<D, E>> take(Pending<D, E> own) {
        List<Pending<D, E>> group = new ArrayList<>(waiting.subList(0, Math.min(MOST_AT_ONCE, waiting.size())));
        if (!group.contains(own)) {
            group.set(group.size() - 1, own);
        }
        waiting.removeAll(group);
        return group;
    }

    private void write(List<Pending<D, E>> group) {
        try {
            List<E> results = write.apply(group.stream().map(one -> one.draft).toList());
            synchronized (this) {
                for (int i = 0; i < group.size(); i++) {
                    group.get(i).result = results.get(i);
                }
            }
        } catch (RuntimeException | Error e) {
            RuntimeException failure =
                    e instanceof RuntimeException told ? told : new IllegalStateException("The write was cut off.", e);
            synchronized (this) {
                group.forEach(one -> one.failure = failure);
            }
        }
    }

    private synchronized void leave() {
        writing = false;
        notifyAll();
    }
}
