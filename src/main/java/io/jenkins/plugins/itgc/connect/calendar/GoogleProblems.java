package io.jenkins.plugins.itgc.connect.calendar;

import com.google.api.client.http.HttpResponseException;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Says what went wrong with Google, repeating nothing of what it answered. */
final class GoogleProblems {
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final String SYSTEM = "Google Calendar";

    private final String name;

    GoogleProblems(String name) {
        this.name = name;
    }

    EvidenceUnavailable of(IOException problem) {
        return problem instanceof HttpResponseException refused
                ? refused(refused.getStatusCode())
                : problem.getCause() instanceof HttpResponseException login
                        ? refused(login.getStatusCode())
                        : unavailable(
                                "connect.unreachable",
                                Message.of("connect.unreachable.what.google"),
                                Message.of("connect.unreachable.next.google"),
                                SOON);
    }

    private EvidenceUnavailable refused(int status) {
        return switch (status) {
            case 400, 401 -> refused("connect.unauthorized", status, "connect.unauthorized.next.google", null);
            case 404 -> refused("connect.not-found", status, "connect.not-found.next.google", null);
            case 403, 429 -> refused("connect.forbidden", status, "connect.forbidden.next.google", SOON);
            default -> refused("connect.failing", status, "connect.failing.next", SOON);
        };
    }

    private EvidenceUnavailable refused(String code, int status, String next, @Nullable Duration retryAfter) {
        Message calendar = Message.of("connect.part.calendar", name);
        return unavailable(
                code, Message.of(code + ".what", SYSTEM, status, calendar), Message.of(next, SYSTEM), retryAfter);
    }

    EvidenceUnavailable unreadable(UnreadableEvent problem) {
        return IcsSource.unreadable(name, problem);
    }

    private EvidenceUnavailable unavailable(String code, Message what, Message next, @Nullable Duration retryAfter) {
        return new EvidenceUnavailable(new Finding(code, what, name, null, next), retryAfter);
    }
}
