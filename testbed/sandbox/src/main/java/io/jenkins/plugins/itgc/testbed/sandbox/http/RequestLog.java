package io.jenkins.plugins.itgc.testbed.sandbox.http;

import io.jenkins.plugins.itgc.testbed.sandbox.RecordedRequest;
import java.util.ArrayList;
import java.util.List;

/** Remembers every request, in the order in which the answers were ready. */
public final class RequestLog {
    private final List<RecordedRequest> requests = new ArrayList<>();

    /** Adds one. */
    public synchronized void add(RecordedRequest request) {
        requests.add(request);
    }

    /** All so far. */
    public synchronized List<RecordedRequest> all() {
        return List.copyOf(requests);
    }

    /** Forgets all. */
    public synchronized void clear() {
        requests.clear();
    }
}
