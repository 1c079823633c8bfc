package io.jenkins.plugins.itgc.window;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Port: identifies the change that would be deployed. */
public interface Changes {
    /** Reads the tree and the carried pull requests. */
    Found read() throws EvidenceUnavailable, InterruptedException;

    /**
     * What was read.
     *
     * @param change with its commit and tree; null when it is asked of no change in particular
     * @param planned dates that its pull requests name
     * @param unreadable dates that are named but cannot be read, as sentences
     */
    record Found(@Nullable Change change, List<PlannedRelease> planned, List<Message> unreadable) {
        public Found {
            planned = List.copyOf(planned);
            unreadable = List.copyOf(unreadable);
        }
    }
}
