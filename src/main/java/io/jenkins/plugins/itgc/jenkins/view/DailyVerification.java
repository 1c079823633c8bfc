package io.jenkins.plugins.itgc.jenkins.view;

import hudson.Extension;
import hudson.model.listeners.ItemListener;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.ledger.attest.VerifyingTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Has the whole ledger verified once a day, whether somebody asks or not. */
@Extension
public class DailyVerification extends ItemListener {
    private static final Logger LOG = Logger.getLogger(DailyVerification.class.getName());
    private static final Duration EVERY = Duration.ofMinutes(1);

    @Override
    public void onLoaded() {
        ItgcServices services = ItgcServices.get();
        VerifyingTimes times = VerifyingTimes.after(services.clock().instant(), ThreadLocalRandom.current());
        services.regularly(EVERY, EVERY, () -> round(times, services.clock().instant()));
    }

    /** A ledger that cannot be opened is waited for. */
    static void round(VerifyingTimes times, Instant now) {
        try {
            if (times.due(Audit.get().state().at(), now)
                    && ItgcServices.get().ledger().last().isPresent()) {
                Audit.get().begin(Audit.Occasion.DAILY);
            }
        } catch (LedgerFailure e) {
            if (ItgcServices.get().hasEnded()) {
                return; // the next start goes on with it
            }
            LOG.log(Level.WARNING, "The ledger cannot be verified; it is tried again in a minute", e);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "The ledger cannot be verified", e);
        }
    }
}
