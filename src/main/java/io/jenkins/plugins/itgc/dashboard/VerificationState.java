package io.jenkins.plugins.itgc.dashboard;

import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.ledger.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the ledger.
 *
 * @param state never, running, intact, broken or failed
 * @param at when it was verified last; null for never
 * @param millis how long that took
 * @param entries how many entries were found in order
 * @param faultAt sequence of the first entry that does not fit; null when all do
 * @param fault what is wrong with it, or why it could not be verified; null when nothing is
 * @param signed the last entry that a checkpoint vouches for
 * @param remarks what is no fault and should be known
 */
public record VerificationState(
        String state,
        @Nullable Instant at,
        long millis,
        long entries,
        @Nullable Long faultAt,
        @Nullable String fault,
        long signed,
        List<String> remarks) {
    /** Before the first verification. */
    public static final VerificationState NEVER = new VerificationState("never", null, 0, 0, null, null, 0, List.of());

    /** @param why a sentence */
    public static VerificationState failed(Instant at, String why) {
        return new VerificationState("failed", at, 0, 0, null, why, 0, List.of());
    }

    /** The same while it is verified again. */
    public VerificationState running() {
        return new VerificationState("running", at, millis, entries, faultAt, fault, signed, remarks);
    }

    /** What is wrong, and what to do; empty when nothing is. */
    public Optional<Message> trouble() {
        return switch (state) {
            case "broken" -> Optional.of(Message.of("dashboard.ledger-not-intact", String.valueOf(fault)));
            case "failed" -> Optional.of(Message.of("dashboard.ledger-not-verified", String.valueOf(fault)));
            default -> Optional.empty();
        };
    }

    /** @param millis how long it took */
    public static VerificationState of(Verification verification, Instant at, long millis) {
        Verification.Fault fault = verification.firstFault().orElse(null);
        return new VerificationState(
                fault == null ? "intact" : "broken",
                at,
                millis,
                verification.entries(),
                fault == null ? null : (Long) fault.sequence(),
                fault == null ? null : fault.what(),
                verification.signed(),
                verification.remarks());
    }
}
