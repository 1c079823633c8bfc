package io.jenkins.plugins.itgc.jenkins.view;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.seal.LedgerSeal;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.ledger.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Verifies the ledger when asked, behind the pages, and remembers what came of it. */
@Extension
public class Audit implements ExtensionPoint {
    private static final Logger LOG = Logger.getLogger(Audit.class.getName());

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
    public record State(
            String state,
            Instant at,
            long millis,
            long entries,
            Long faultAt,
            String fault,
            long signed,
            List<String> remarks) {
        static final State NEVER = new State("never", null, 0, 0, null, null, 0, List.of());

        static State failed(Instant at, String why) {
            return new State("failed", at, 0, 0, null, why, 0, List.of());
        }

        State running() {
            return new State("running", at, millis, entries, faultAt, fault, signed, remarks);
        }

        static State of(Verification verification, Instant at, long millis) {
            Verification.Fault fault = verification.firstFault().orElse(null);
            return new State(
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

    private State last = State.NEVER;
    private boolean running;

    static Audit get() {
        return ExtensionList.lookupSingleton(Audit.class);
    }

    synchronized State state() {
        return running ? last.running() : last;
    }

    /** Begins unless it runs already. */
    synchronized void begin() {
        if (running) {
            return;
        }
        running = true;
        Thread thread = new Thread(this::verify, "itgc-verify");
        thread.setDaemon(true);
        thread.start();
    }

    private void verify() {
        ItgcServices services = ItgcServices.get();
        Instant begun = services.clock().instant();
        State result = State.failed(begun, "The verification ended early; the log tells more.");
        try {
            Verification verification = LedgerSeal.get().notary().verify();
            long millis = Duration.between(begun, services.clock().instant()).toMillis();
            result = State.of(verification, begun, millis);
        } catch (LedgerFailure e) {
            LOG.log(Level.WARNING, "The ledger could not be verified", e);
            result = State.failed(begun, "The ledger could not be read; the log tells more.");
        } finally {
            end(result);
        }
    }

    private synchronized void end(State result) {
        last = result;
        running = false;
    }
}
