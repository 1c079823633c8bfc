package io.jenkins.plugins.itgc.testbed.sandbox.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A way in which some answers go wrong.
 *
 * @param match which requests; left out: all
 * @param latency waits that long first
 * @param status answers with this HTTP status instead
 * @param body text of the answer, with status
 * @param rateLimit answers as GitHub does at its limit
 * @param truncate cuts the body after that many bytes and closes the connection
 * @param malformed breaks the JSON
 * @param oversize pads the body to at least that many bytes
 * @param graphqlErrors adds these errors to the answer, with "data" kept
 * @param clockSkew moves the Date header by that much
 * @param headers extra headers of the answer
 * @param operations changes the world (as the control interface does) when the fault strikes, after the answer was made
 * @param operationsIn how much later they do; left out: at once
 * @param after lets that many matching requests through first
 * @param times strikes only so often; left out: for ever
 */
public record FaultYaml(
        MatchYaml match,
        Duration latency,
        Integer status,
        String body,
        RateLimitYaml rateLimit,
        Integer truncate,
        Boolean malformed,
        Integer oversize,
        List<Map<String, JsonNode>> graphqlErrors,
        Duration clockSkew,
        Map<String, String> headers,
        List<Map<String, JsonNode>> operations,
        Duration operationsIn,
        Integer after,
        Integer times) {

    /** Fills in what was left out. */
    public FaultYaml {
        match = Defaults.or(match, new MatchYaml(null, null, null));
        latency = Defaults.or(latency, Duration.ZERO);
        malformed = Defaults.or(malformed, false);
        graphqlErrors = Defaults.list(graphqlErrors);
        clockSkew = Defaults.or(clockSkew, Duration.ZERO);
        headers = Defaults.map(headers);
        operations = Defaults.list(operations);
        operationsIn = Defaults.or(operationsIn, Duration.ZERO);
        after = Defaults.or(after, 0);
    }

    /**
     * Which requests; all parts given must fit.
     *
     * @param path glob over the path: * within a segment, ** across
     * @param operation GraphQL operation name
     */
    public record MatchYaml(String method, String path, String operation) {}

    /**
     * A rate limit that has been reached.
     *
     * @param resetIn until the limit is lifted; default 60s
     * @param retryAfter gives a Retry-After header, as the secondary limit does
     */
    public record RateLimitYaml(Integer remaining, Duration resetIn, Duration retryAfter) {
        /** Fills in what was left out. */
        public RateLimitYaml {
            remaining = Defaults.or(remaining, 0);
            resetIn = Defaults.or(resetIn, Duration.ofSeconds(60));
        }
    }
}
