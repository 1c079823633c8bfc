package io.jenkins.plugins.itgc.gate;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A system of record could not be read, or not wholly: the gate answers {@link Decision.Unknown}. */
public class EvidenceUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Finding finding;
    private final @Nullable Duration retryAfter;

    /**
     * @param finding what could not be read, and what to do about it; holds no secret
     * @param retryAfter how long to leave the system alone before trying again; null when that helps only after
     *     somebody acted
     * @param cause may be null
     */
    public EvidenceUnavailable(Finding finding, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(Objects.requireNonNull(finding, "finding").what(), cause);
        this.finding = finding;
        this.retryAfter = retryAfter;
    }

    /**
     * The same without a cause, for what the plugin itself found out.
     *
     * @param retryAfter null when trying again helps only after somebody acted
     */
    public EvidenceUnavailable(Finding finding, @Nullable Duration retryAfter) {
        this(finding, retryAfter, null);
    }

    /** What could not be read, and what to do about it. */
    public Finding finding() {
        return finding;
    }

    /** Null when trying again helps only after somebody acted. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
