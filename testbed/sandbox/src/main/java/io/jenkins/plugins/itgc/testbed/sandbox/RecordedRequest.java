package io.jenkins.plugins.itgc.testbed.sandbox;

import java.time.Instant;

/**
 * One request that the sandbox answered.
 *
 * @param query text after the question mark, undecoded; empty if none
 * @param operation GraphQL operation name; empty if none
 * @param body what was sent, as text
 * @param bytesIn length of the request's body
 * @param bytesOut length of the answer's body
 */
public record RecordedRequest(
        String method,
        String path,
        String query,
        String operation,
        String body,
        int status,
        long bytesIn,
        long bytesOut,
        Instant start,
        Instant end) {

    /** Whether it could change something: GraphQL is read only here, whatever its method. */
    public boolean isWrite() {
        return !method.equals("GET") && !method.equals("HEAD") && !path.endsWith("/graphql");
    }
}
