package io.jenkins.plugins.itgc.connect.http;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.Worded;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says what went wrong with a system, and what to do about it. Repeats nothing of what the system answered. */
public final class Problems {
    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final Duration SOON = Duration.ofSeconds(30);

    private final String name;

    /** What sentences are filled with: the name where that is the same in every language, else what it is called. */
    private final Object system;

    Problems(Message system) {
        this.name = system.english();
        this.system = system.sameInEveryLanguage() ? name : system;
    }

    EvidenceUnavailable unreachable(URI address, Throwable cause) {
        String host = address.getAuthority();
        Message again = Message.of("connect.unreachable.next", host);
        if (cause instanceof HttpTimeoutException) {
            return unreachable(Message.of("connect.unreachable.what.timeout", system), again, address, cause);
        }
        if (cause instanceof BoundedBody.TooLarge) {
            Message what = Message.of("connect.unreachable.what.too-large", system, Worded.of(cause));
            return unreachable(what, Message.of("connect.unreachable.next.too-large"), address, cause);
        }
        if (cause instanceof UnknownHostException || cause instanceof ConnectException) {
            Message what = Message.of("connect.unreachable.what.no-connection", system, host);
            return unreachable(what, Message.of("connect.unreachable.next.no-connection"), address, cause);
        }
        if (cause instanceof SSLException) {
            Message what = Message.of("connect.unreachable.what.certificate", system, host);
            return unreachable(what, Message.of("connect.unreachable.next.certificate"), address, cause);
        }
        return unreachable(Message.of("connect.unreachable.what", system), again, address, cause);
    }

    private EvidenceUnavailable unreachable(Message what, Message next, URI address, Throwable cause) {
        return problem("connect.unreachable", what, next, address, SOON, cause);
    }

    EvidenceUnavailable foreignAddress(URI address) {
        return problem(
                "connect.malformed",
                Message.of("connect.malformed.what.foreign-address", system),
                Message.of("connect.malformed.next.foreign-address"),
                address,
                null,
                null);
    }

    EvidenceUnavailable unsendableCredentials(URI address) {
        return problem(
                "connect.unauthorized",
                Message.of("connect.unauthorized.what.unsendable", system),
                Message.of("connect.unauthorized.next.unsendable"),
                address,
                null,
                null);
    }

    /** The system limits how often it is asked. */
    public EvidenceUnavailable rateLimited(Duration pause) {
        return new EvidenceUnavailable(
                Finding.of("connect.rate-limited", name, null, system, pause.toSeconds()), pause);
    }

    /** An answer that is not of the documented form. */
    public EvidenceUnavailable malformed(URI address, MalformedAnswer cause) {
        return problem(
                "connect.malformed",
                Message.of("connect.malformed.what", system, cause.wording()),
                Message.of("connect.malformed.next", system),
                address,
                null,
                cause);
    }

    /**
     * A list that was cut short.
     *
     * @param what it says that it does not show all of, and why
     */
    public EvidenceUnavailable cutShort(URI address, Message what) {
        return problem(
                "connect.cut-short",
                Message.of("connect.cut-short.what", system, what),
                Message.of("connect.cut-short.next"),
                address,
                null,
                null);
    }

    /** An answer whose status says no, for something that has a name. */
    public EvidenceUnavailable refused(Answer answer, String object) {
        return refused(answer, Message.text(object));
    }

    /** An answer whose status says no. */
    public EvidenceUnavailable refused(Answer answer, Message object) {
        int status = answer.status();
        String code =
                switch (status) {
                    case 401 -> "connect.unauthorized";
                    case 403 -> "connect.forbidden";
                    case 404 -> "connect.not-found";
                    default -> status >= 500 ? "connect.failing" : "connect.refused";
                };
        return problem(
                code,
                Message.of(code + ".what", system, status, object),
                Message.of(code + ".next", system),
                answer.request(),
                status >= 500 ? SOON : null,
                null);
    }

    /** Any other reason why evidence cannot be had; both sentences of the code take the arguments. */
    public EvidenceUnavailable unavailable(String code, URI address, Object... arguments) {
        return unavailable(code, Message.of(code + ".what", arguments), Message.of(code + ".next", arguments), address);
    }

    /** The same with sentences of their own. */
    public EvidenceUnavailable unavailable(String code, Message what, Message next, URI address) {
        return problem(code, what, next, address, null, null);
    }

    /** The system says that something went wrong inside it. */
    public EvidenceUnavailable failing(Message what, URI address) {
        return problem("connect.failing", what, Message.of("connect.failing.next", system), address, SOON, null);
    }

    /** Something moved while it was read: that is over as soon as it is read again. */
    public EvidenceUnavailable moved(String object, URI address) {
        return problem(
                "connect.moved",
                Message.of("connect.moved.what", object),
                Message.of("connect.moved.next"),
                address,
                AT_ONCE,
                null);
    }

    private EvidenceUnavailable problem(
            String code,
            Message what,
            Message next,
            URI address,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        String place = address.getScheme() + "://" + address.getAuthority() + address.getPath();
        return new EvidenceUnavailable(new Finding(code, what, name, place, next), retryAfter, cause);
    }
}
