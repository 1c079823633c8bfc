package io.jenkins.plugins.itgc.connect.http;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.failsafe.RetryPolicyBuilder;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Predicate;

/** Asks again; the only place that does. */
public final class Retries {
    private Retries() {}

    /** Something to send. */
    @FunctionalInterface
    interface Call {
        Answer ask() throws IOException, EvidenceUnavailable, InterruptedException;
    }

    /** Something to ask a system, whose failures are told as evidence that is not to be had. */
    @FunctionalInterface
    public interface Attempt {
        /**
         * Asks once.
         *
         * @throws EvidenceUnavailable when there is no answer; that is not asked again
         */
        Answer ask() throws EvidenceUnavailable, InterruptedException;
    }

    /** Asks again after transient failures, each time after a longer pause, with jitter. */
    static Answer afterFailures(HttpReader.Limits limits, Predicate<Answer> transientFailure, Call call)
            throws IOException, EvidenceUnavailable, InterruptedException {
        return run(
                RetryPolicy.<Answer>builder()
                        .handle(IOException.class)
                        .abortOn(BoundedBody.TooLarge.class)
                        .handleResultIf(transientFailure::test)
                        .withBackoff(limits.pause(), limits.pause().multipliedBy(8))
                        .withJitter(0.3)
                        .withMaxRetries(limits.retries()),
                call);
    }

    /**
     * Asks again at once, as when somebody else was faster.
     *
     * @param again which answers do not do
     * @param limit how often it is asked in all; the last answer is given whatever it is
     */
    public static Answer atOnce(int limit, Predicate<Answer> again, Attempt call)
            throws EvidenceUnavailable, InterruptedException {
        RetryPolicyBuilder<Answer> policy = RetryPolicy.<Answer>builder()
                .handleIf(failure -> false)
                .handleResultIf(again::test)
                .withMaxAttempts(limit);
        try {
            return run(policy, call::ask);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer run(RetryPolicyBuilder<Answer> policy, Call call)
            throws IOException, EvidenceUnavailable, InterruptedException {
        try {
            return Failsafe.with(policy.build()).get(call::ask);
        } catch (FailsafeException e) {
            throw unwrapped(e);
        }
    }

    private static FailsafeException unwrapped(FailsafeException e)
            throws IOException, EvidenceUnavailable, InterruptedException {
        if (e.getCause() instanceof InterruptedException interrupted) {
            Thread.interrupted(); // set by Failsafe; the exception says it
            throw interrupted;
        }
        if (e.getCause() instanceof EvidenceUnavailable unavailable) {
            throw unavailable;
        }
        if (e.getCause() instanceof IOException failure) {
            throw failure;
        }
        return e;
    }
}
