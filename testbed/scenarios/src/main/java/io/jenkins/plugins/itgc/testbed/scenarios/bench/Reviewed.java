package io.jenkins.plugins.itgc.testbed.scenarios.bench;

import io.jenkins.plugins.itgc.testbed.sandbox.RecordedRequest;
import io.jenkins.plugins.itgc.testbed.scenarios.WorldReview;
import java.time.Duration;
import java.util.List;

/**
 * A review and what it took.
 *
 * @param took wall time, with the writing
 * @param requests every request to any system
 */
public record Reviewed(WorldReview.Published published, Duration took, List<RecordedRequest> requests) {
    public Reviewed {
        requests = List.copyOf(requests);
    }

    /** Reads of GitHub. */
    public long reads() {
        return requests.stream()
                .filter(BenchWorld::toGitHub)
                .filter(request -> !request.isWrite())
                .count();
    }

    /** Writes to GitHub. */
    public long writes() {
        return requests.stream().filter(RecordedRequest::isWrite).count();
    }

    /** Reads of the ticket tracker. */
    public long trackerReads() {
        return requests.stream()
                .filter(request -> !BenchWorld.toGitHub(request))
                .count();
    }

    long sent() {
        return requests.stream().mapToLong(RecordedRequest::bytesIn).sum();
    }

    long received() {
        return requests.stream().mapToLong(RecordedRequest::bytesOut).sum();
    }
}
