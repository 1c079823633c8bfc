package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.connect.http.Problems;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
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
    static EvidenceUnavailable meaning(
            String type, String message, String object, URI address, Problems problems) {
        if (message.toLowerCase(Locale.ROOT).contains("secondary rate limit")) {
            return problems.rateLimited(SECONDARY);
        }
        return switch (type) {
            case "NOT_FOUND" -> problems.unavailable(
                    "not-found",
                    "GitHub knows no " + object + ", or does not show it to these credentials.",
                    address,
                    "Check the name, and let the credentials read the repository.");
            case "FORBIDDEN", "INSUFFICIENT_SCOPES" -> problems.unavailable(
                    "forbidden",
                    "GitHub does not let these credentials read " + object + ".",
                    address,
                    "Give the credentials read access to contents, pull requests and metadata.");
            case "RATE_LIMITED", "RATE_LIMIT" -> problems.rateLimited(PAUSE);
            default -> problems.failing("GitHub answered the query for " + object + " with an error.", address);
        };
    }
}
