package io.jenkins.plugins.itgc.connect.http;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Finding;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLException;

/** Says what went wrong with a system, and what to do about it. Repeats nothing of what the system answered. */
public final class Problems {
    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofSeconds(30);

    private final String system;

    Problems(String system) {
        this.system = system;
    }

    EvidenceUnavailable unreachable(URI address, Throwable cause) {
        String host = address.getAuthority();
        String what;
        String next;
        if (cause instanceof HttpTimeoutException) {
            what = system + " did not answer in time";
            next = "It will be tried again; if it stays so, look at the state of " + host + ".";
        } else if (cause instanceof BoundedBody.TooLarge) {
            what = system + " sent more than can be read: " + cause.getMessage();
            next = "Split the change into smaller ones.";
        } else if (cause instanceof UnknownHostException || cause instanceof ConnectException) {
            what = system + " cannot be reached at " + host;
            next = "Check the address in the configuration, the proxy and the network.";
        } else if (cause instanceof SSLException) {
            what = system + " at " + host + " shows no certificate that this controller trusts";
            next = "Add its certificate authority to the controller's trust store.";
        } else {
            what = system + " broke off the connection";
            next = "It will be tried again; if it stays so, look at the state of " + host + ".";
        }
        return problem("unreachable", what + ".", address, next, SOON, cause);
    }

    EvidenceUnavailable foreignAddress(URI address) {
        return problem(
                "malformed",
                system + " points to another host.",
                address,
                "Check the address in the configuration; credentials are not sent elsewhere.",
                null,
                null);
    }

    EvidenceUnavailable unsendableCredentials(URI address) {
        return problem(
                "unauthorized",
                "The credentials for " + system + " hold a character that cannot be sent, such as a line break.",
                address,
                "Enter the credentials again without it.",
                null,
                null);
    }

    /** The system asks to be left alone. */
    public EvidenceUnavailable rateLimited(Duration pause) {
        Finding finding = new Finding(
                "connect.rate-limited",
                system + " asks to be left alone for " + pause.toSeconds() + " s: its rate limit is used up.",
                system,
                null,
                "Nothing needs to be done; to avoid it, use a GitHub App or an account of its own.");
        return new EvidenceUnavailable(finding, pause);
    }

    /** An answer that is not of the documented form. */
    public EvidenceUnavailable malformed(URI address, MalformedAnswer cause) {
        return problem(
                "malformed",
                system + " sent " + cause.getMessage() + ".",
                address,
                "Check that the address in the configuration is that of " + system + " itself.",
                null,
                cause);
    }

    /** A list that was cut short. */
    public EvidenceUnavailable cutShort(URI address, String what) {
        return problem(
                "cut-short",
                system + " does not show all of it: " + what + ".",
                address,
                "Split the change into smaller ones, so that all of it can be looked at.",
                null,
                null);
    }

    /** An answer whose status says no. */
    public EvidenceUnavailable refused(Answer answer, String object) {
        int status = answer.status();
        String code =
                switch (status) {
                    case 401 -> "unauthorized";
                    case 403 -> "forbidden";
                    case 404 -> "not-found";
                    default -> status >= 500 ? "failing" : "refused";
                };
        String what = system + " answered " + status + " for " + object + ".";
        return problem(code, what, answer.request(), nextAfter(status), status >= 500 ? SOON : null, null);
    }

    private String nextAfter(int status) {
        return switch (status) {
            case 401 -> "Renew the credentials for " + system + "; they are missing, wrong or expired.";
            case 403 -> "Give the credentials the permission to read this in " + system + ".";
            case 404 -> "Check the name; " + system + " also says so when the credentials may not see it.";
            default -> status >= 500
                    ? "It will be tried again; if it stays so, look at the state of " + system + "."
                    : "Check the address and the version of " + system + ".";
        };
    }

    /** Any other reason why evidence cannot be had. */
    public EvidenceUnavailable unavailable(String code, String what, URI address, String next) {
        return problem(code, what, address, next, null, null);
    }

    /** The system says that something went wrong inside it. */
    public EvidenceUnavailable failing(String what, URI address) {
        return problem(
                "failing",
                what,
                address,
                "It will be tried again; if it stays so, look at the state of " + system + ".",
                SOON,
                null);
    }

    /** Something that is over as soon as it is read again. */
    public EvidenceUnavailable passing(String code, String what, URI address) {
        return problem(code, what, address, "Nothing needs to be done; it will be read again.", AT_ONCE, null);
    }

    private EvidenceUnavailable problem(
            String code, String what, URI address, String next, Duration retryAfter, Throwable cause) {
        String place = address.getScheme() + "://" + address.getAuthority() + address.getPath();
        return new EvidenceUnavailable(
                new Finding("connect." + code, what, system, place, next), retryAfter, cause);
    }
}
