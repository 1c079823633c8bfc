package io.jenkins.plugins.itgc.jenkins.watch;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.model.listeners.ItemListener;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.credentials.LedgerKey;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.ledger.attest.CheckpointChain;
import io.jenkins.plugins.itgc.ledger.attest.CheckpointFile;
import io.jenkins.plugins.itgc.ledger.attest.Notary;
import io.jenkins.plugins.itgc.ledger.attest.SealingTimes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;

/** Makes checkpoints of the controller's ledger: within a minute after a deploy ended, and at least once a day. */
@Extension
public class LedgerSeal extends ItemListener {
    private static final Logger LOGGER = Logger.getLogger(LedgerSeal.class.getName());
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration AT_LEAST_EVERY = Duration.ofDays(1);

    private Notary notary;

    /** The one of this controller. */
    public static LedgerSeal get() {
        return ExtensionList.lookupSingleton(LedgerSeal.class);
    }

    @Override
    public void onLoaded() {
        ItgcServices.get().regularly(EVERY, EVERY, this::sealWhenDue);
    }

    /**
     * Who signs for this controller.
     *
     * @throws LedgerFailure when ledger or key cannot be used
     */
    public synchronized Notary notary() {
        if (notary == null) {
            Path home = Jenkins.get().getRootDir().toPath();
            ItgcServices services = ItgcServices.get();
            CheckpointFile file = new CheckpointFile(home.resolve("itgc").resolve("checkpoints.jsonl"));
            Ledger ledger = services.ledger();
            notary = new Notary(services.stream(), ledger, file, new LedgerKey(home).keys(), services.clock());
        }
        return notary;
    }

    void sealWhenDue() {
        try {
            Ledger ledger = ItgcServices.get().ledger();
            if (ledger.last().isPresent()
                    && new SealingTimes(AT_LEAST_EVERY)
                            .due(
                                    notary().checkpoints(),
                                    ledger,
                                    ItgcServices.get().clock().instant())) {
                notary().seal();
            }
        } catch (CheckpointChain.Broken | LedgerFailure e) {
            if (ItgcServices.get().hasEnded()) {
                return; // the next start goes on with it
            }
            LOGGER.log(Level.SEVERE, "The ledger could not be signed; it is tried again in a minute", e);
        } catch (RuntimeException e) {
            LOGGER.log(Level.SEVERE, "The ledger could not be signed", e);
        }
    }
}
