package io.jenkins.plugins.itgc.jenkins.view;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.watch.LedgerAlarm;
import io.jenkins.plugins.itgc.jenkins.watch.LedgerSeal;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.ledger.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;

/** Verifies the whole ledger once a day and when asked, behind the pages, and remembers what came of it. */
@Extension
public class Audit implements ExtensionPoint {
    private static final Logger LOG = Logger.getLogger(Audit.class.getName());
    private static final String NEXT = " Open Deploys, Audit, and compare the ledger with a backup.";

    /** Why it is verified. */
    enum Occasion {
        /** Somebody looks at the outcome: they are told what is new. */
        ASKED,
        /** Perhaps nobody looks: what is wrong is told each time. */
        DAILY
    }

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

        /** What is wrong, and what to do; empty when nothing is. */
        Optional<String> trouble() {
            return switch (state) {
                case "broken" -> Optional.of("The ledger is not intact. " + fault + NEXT);
                case "failed" -> Optional.of("The ledger could not be verified. " + fault + NEXT);
                default -> Optional.empty();
            };
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

    /** Null until it was read. */
    private State last;

    private boolean running;

    static Audit get() {
        return ExtensionList.lookupSingleton(Audit.class);
    }

    synchronized State state() {
        last = last == null ? file().read() : last;
        return running ? last.running() : last;
    }

    private static AuditFile file() {
        return new AuditFile(Jenkins.get().getRootDir().toPath().resolve("itgc"));
    }

    /** Begins unless it runs already. */
    synchronized void begin(Occasion occasion) {
        if (running) {
            return;
        }
        State before = state();
        running = true;
        ItgcServices.get().aside(() -> verify(occasion, before));
    }

    private void verify(Occasion occasion, State before) {
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
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "The ledger could not be verified", e);
        } finally {
            if (services.hasEnded()) {
                cutOff();
            } else {
                end(result);
                tell(result, before, occasion);
            }
        }
    }

    /** The controller ends: nothing new is known. */
    private synchronized void cutOff() {
        running = false;
    }

    private synchronized void end(State result) {
        last = result;
        running = false;
        file().write(result);
    }

    private static void tell(State result, State before, Occasion occasion) {
        Optional<String> trouble = result.trouble();
        trouble.ifPresent(what -> LOG.log(Level.SEVERE, "{0}", what));
        if (occasion == Occasion.DAILY || !trouble.equals(before.trouble())) {
            trouble.ifPresent(what -> ExtensionList.lookup(LedgerAlarm.class).forEach(alarm -> alarm.notWhole(what)));
        }
    }
}
