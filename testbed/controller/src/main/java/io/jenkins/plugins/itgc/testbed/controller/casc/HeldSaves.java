package io.jenkins.plugins.itgc.testbed.controller.casc;

import hudson.model.Saveable;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Holds back {@code save()} calls of one object until {@link #commit()}. */
public class HeldSaves implements Closeable {
    private static final ThreadLocal<Deque<HeldSaves>> OPEN = ThreadLocal.withInitial(ArrayDeque::new);

    private final Saveable saveable;
    private boolean completed;

    public HeldSaves(Saveable saveable) {
        this.saveable = saveable;
        OPEN.get().push(this);
    }

    /** Saves now, once. */
    public void commit() throws IOException {
        if (!completed) {
            pop();
            saveable.save();
        }
    }

    @Override
    public void close() {
        abort();
    }

    /** Ends the change without saving. */
    public void abort() {
        if (!completed) {
            pop();
        }
    }

    private void pop() {
        completed = true;
        OPEN.get().remove(this);
    }

    /** Whether saving of this object is held back in this thread. */
    public static boolean contains(Saveable saveable) {
        return OPEN.get().stream().anyMatch(c -> c.saveable == saveable);
    }
}
