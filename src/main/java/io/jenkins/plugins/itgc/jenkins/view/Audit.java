package io.jenkins.plugins.itgc.jenkins.view;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import io.jenkins.plugins.itgc.dashboard.VerificationFile;
import io.jenkins.plugins.itgc.dashboard.VerificationState;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.watch.LedgerAlarm;
import io.jenkins.plugins.itgc.jenkins.watch.LedgerSeal;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.ledger.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;

/** Verifies the whole ledger once a day and when asked, behind the pages, and remembers what came of it. */
@Extension
public class Audit implements ExtensionPoint {
    private static final Logger LOG = Logger.getLogger(Audit.class.getName());

    /** Why it is verified. */
    enum Occasion {
        /** Somebody looks at the outcome: they are told what is new. */
        ASKED,
        /** Perhaps nobody looks: what is wrong is told each time. */
        DAILY
    }

    /** Null until it was read. */
    private VerificationState last;

    private boolean running;

    static Audit get() {
        return ExtensionList.lookupSingleton(Audit.class);
    }

    synchronized VerificationState state() {
        last = last == null ? file().read() : last;
        return running ? last.running() : last;
    }

    private static VerificationFile file() {
        return new VerificationFile(Jenkins.get().getRootDir().toPath().resolve("itgc"));
    }

    /** Begins unless it runs already. */
    synchronized void begin(Occasion occasion) {
        if (running) {
            return;
        }
        VerificationState before = state();
        running = true;
        ItgcServices.get().aside(() -> verify(occasion, before));
    }

    private void verify(Occasion occasion, VerificationState before) {
        ItgcServices services = ItgcServices.get();
        Instant begun = services.clock().instant();
        VerificationState result = VerificationState.failed(begun, "The verification ended early; the log tells more.");
        try {
            Verification verification = LedgerSeal.get().notary().verify();
            long millis = Duration.between(begun, services.clock().instant()).toMillis();
            result = VerificationState.of(verification, begun, millis);
        } catch (LedgerFailure e) {
            LOG.log(Level.WARNING, "The ledger could not be verified", e);
            result = VerificationState.failed(begun, "The ledger could not be read; the log tells more.");
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

    private synchronized void end(VerificationState result) {
        last = result;
        running = false;
        file().write(result);
    }

    private static void tell(VerificationState result, VerificationState before, Occasion occasion) {
        Optional<Message> trouble = result.trouble();
        trouble.ifPresent(what -> LOG.log(Level.SEVERE, "{0}", what));
        if (occasion == Occasion.DAILY || !trouble.equals(before.trouble())) {
            trouble.ifPresent(what -> ExtensionList.lookup(LedgerAlarm.class).forEach(alarm -> alarm.notWhole(what)));
        }
    }
}
