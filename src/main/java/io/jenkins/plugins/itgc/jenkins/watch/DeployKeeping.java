package io.jenkins.plugins.itgc.jenkins.watch;

import hudson.Extension;
import hudson.model.listeners.ItemListener;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.util.Timer;

/**
 * Keeps the deploys in order from the moment the controller is up: settles those whose build is over, and tells those
 * who missed news.
 */
@Extension
public class DeployKeeping extends ItemListener {
    private static final Logger LOGGER = Logger.getLogger(DeployKeeping.class.getName());
    private static final int FIRST_SECONDS = 5;
    private static final int EVERY_SECONDS = 60;

    private boolean missedNewsTold;

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // keep() handles every failure itself.
    public void onLoaded() {
        Timer.get().scheduleWithFixedDelay(this::keep, FIRST_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** On one of the timer's threads, which a failure must not end. */
    private void keep() {
        try {
            DeployLifecycle.get().settle();
            if (!missedNewsTold) {
                Announcing.get().missedNews();
                missedNewsTold = true;
            }
        } catch (LedgerFailure e) {
            LOGGER.log(Level.WARNING, "The deploys could not be looked through; it is tried again in a minute", e);
        } catch (RuntimeException e) {
            LOGGER.log(Level.SEVERE, "The deploys could not be looked through", e);
        }
    }
}
