package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.connect.http.Problems;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Message;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;

/** What the type of a GraphQL error means for the person who must act. */
final class GraphQlErrors {
    private static final Duration PAUSE = Duration.ofMinutes(5);

    /** GitHub asks for at least that much after its secondary limit, which has no type of its own. */
    private static final Duration SECONDARY = Duration.ofMinutes(1);

    private GraphQlErrors() {}

    /** @param message what GitHub says beside the type; only looked through, never repeated */
    static EvidenceUnavailable meaning(String type, String message, String object, URI address, Problems problems) {
        if (message.toLowerCase(Locale.ROOT).contains("secondary rate limit")) {
            return problems.rateLimited(SECONDARY);
        }
        return switch (type) {
            case "NOT_FOUND" ->
                problems.unavailable(
                        "connect.not-found",
                        Message.of("connect.not-found.what.github", object),
                        Message.of("connect.not-found.next.github"),
                        address);
            case "FORBIDDEN", "INSUFFICIENT_SCOPES" ->
                problems.unavailable(
                        "connect.forbidden",
                        Message.of("connect.forbidden.what.github", object),
                        Message.of("connect.forbidden.next.github"),
                        address);
            case "RATE_LIMITED", "RATE_LIMIT" -> problems.rateLimited(PAUSE);
            default -> problems.failing(Message.of("connect.failing.what.github", object), address);
        };
    }
}
