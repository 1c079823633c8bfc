package io.jenkins.plugins.itgc.connect.calendar;

import com.google.api.client.http.HttpResponseException;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Finding;
import java.io.IOException;
import java.time.Duration;

/** Says what went wrong with Google, repeating nothing of what it answered. */
final class GoogleProblems {
    private static final Duration SOON = Duration.ofSeconds(30);

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
                                "unreachable",
                                "Google Calendar cannot be reached, or broke off.",
                                "Check the address in the configuration and the network.",
                                SOON);
    }

    private EvidenceUnavailable refused(int status) {
        String what = "Google Calendar answered " + status + " for the calendar \"" + name + "\".";
        return switch (status) {
            case 400, 401 ->
                unavailable("unauthorized", what, "Renew the key of the service account in the credentials.", null);
            case 404 -> unavailable("not-found", what, "Share the calendar with the service account.", null);
            case 403, 429 ->
                unavailable(
                        "forbidden",
                        what,
                        "Share the calendar with the service account, or look at its quota.",
                        SOON);
            default ->
                unavailable("failing", what, "It will be tried again; if it stays so, look at Google's state.", SOON);
        };
    }

    EvidenceUnavailable unreadable(UnreadableEvent problem) {
        return IcsSource.unreadable(name, problem);
    }

    private EvidenceUnavailable unavailable(String code, String what, String next, Duration retryAfter) {
        return new EvidenceUnavailable(new Finding("connect." + code, what, name, null, next), retryAfter);
    }
}
