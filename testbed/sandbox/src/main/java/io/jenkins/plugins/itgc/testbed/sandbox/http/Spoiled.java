package io.jenkins.plugins.itgc.testbed.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.testbed.sandbox.yaml.FaultYaml;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/** Answers as faults make them. */
final class Spoiled {
    private Spoiled() {}

    /** The answer that a fault with a status or a rate limit gives in place of the site's own. */
    static Answer instead(FaultYaml fault) {
        if (fault.rateLimit() != null) {
            return rateLimited(fault);
        }
        if (fault.body() != null) {
            return Answer.text(fault.status(), "text/html; charset=utf-8", fault.body());
        }
        return Answer.json(fault.status(), Json.object().put("message", "Injected fault " + fault.status()));
    }

    /** The answer with everything else that the fault does to it; cutting it off is left to the sending. */
    static Answer by(FaultYaml fault, Answer answer) {
        Answer spoiled = answer;
        if (!fault.graphqlErrors().isEmpty()) {
            spoiled = withErrors(fault, spoiled);
        }
        if (fault.malformed()) {
            spoiled = spoiled.withBody(Arrays.copyOf(spoiled.body(), Math.max(1, spoiled.body().length / 2)));
        }
        if (fault.oversize() != null && fault.oversize() > spoiled.body().length) {
            spoiled = spoiled.withBody(padded(spoiled.body(), fault.oversize()));
        }
        for (Map.Entry<String, String> header : fault.headers().entrySet()) {
            spoiled = spoiled.with(header.getKey(), header.getValue());
        }
        return spoiled;
    }

    private static Answer rateLimited(FaultYaml fault) {
        FaultYaml.RateLimitYaml limit = fault.rateLimit();
        boolean secondary = limit.retryAfter() != null;
        String message = secondary
                ? "You have exceeded a secondary rate limit. Please wait a few minutes before you try again."
                : "API rate limit exceeded";
        Answer answer = Answer.json(
                        fault.status() == null ? 403 : fault.status(),
                        Json.object()
                                .put("message", message)
                                .put(
                                        "documentation_url",
                                        "https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api"))
                .with("x-ratelimit-limit", "5000")
                .with("x-ratelimit-remaining", Integer.toString(limit.remaining()))
                .with("x-ratelimit-used", Integer.toString(5000 - limit.remaining()))
                .with(
                        "x-ratelimit-reset",
                        Long.toString(Instant.now().plus(limit.resetIn()).getEpochSecond()))
                .with("x-ratelimit-resource", "core");
        return secondary
                ? answer.with("retry-after", Long.toString(limit.retryAfter().toSeconds()))
                : answer;
    }

    private static Answer withErrors(FaultYaml fault, Answer answer) {
        try {
            JsonNode body = Json.MAPPER.readTree(answer.body());
            if (!(body instanceof ObjectNode object)) {
                return answer;
            }
            ArrayNode errors = object.withArray("errors");
            fault.graphqlErrors().forEach(error -> errors.add(Json.MAPPER.valueToTree(error)));
            return answer.withBody(Json.bytes(object));
        } catch (IOException e) {
            return answer;
        }
    }

    /** Blanks after JSON leave it valid, so only the size is wrong. */
    private static byte[] padded(byte[] body, int size) {
        byte[] padded = Arrays.copyOf(body, size);
        Arrays.fill(padded, body.length, size, (byte) ' ');
        return padded;
    }
}
