package io.jenkins.plugins.itgc.jenkins.watch;

import hudson.Extension;
import hudson.model.listeners.ItemListener;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps the deploys in order from the moment the controller is up: settles those whose build is over, and tells those
 * who missed news.
 */
@Extension
public class DeployKeeping extends ItemListener {
    private static final Logger LOGGER = Logger.getLogger(DeployKeeping.class.getName());
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private boolean missedNewsTold;

    @Override
    public void onLoaded() {
        ItgcServices.get().regularly(FIRST, EVERY, this::keep);
    }

    private void keep() {
        try {
            DeployLifecycle.get().settle();
            if (!missedNewsTold) {
                Announcing.get().missedNews();
                missedNewsTold = true;
            }
        } catch (LedgerFailure e) {
            if (ItgcServices.get().hasEnded()) {
                return; // the next start looks through them
            }
            LOGGER.log(Level.WARNING, "The deploys could not be looked through; it is tried again in a minute", e);
        } catch (RuntimeException e) {
            LOGGER.log(Level.SEVERE, "The deploys could not be looked through", e);
        }
    }
}
