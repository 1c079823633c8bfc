package io.jenkins.plugins.itgc.jenkins.watch;

import hudson.Extension;
import hudson.model.Item;
import hudson.model.listeners.ItemListener;
import io.jenkins.plugins.itgc.deploy.MovedBuilds;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Follows jobs that are renamed or moved while their builds deploy, so that no turn is freed under a deploy that runs. */
@Extension
public class BuildMoves extends ItemListener {
    private static final Logger LOGGER = Logger.getLogger(BuildMoves.class.getName());

    /** Jenkins calls it for a folder and for all that is in it. The renaming has happened, so nothing may fail here. */
    @Override
    public void onLocationChanged(Item item, String oldFullName, String newFullName) {
        try {
            ItgcServices services = ItgcServices.get();
            new MovedBuilds(services.ledger())
                    .moved(oldFullName, newFullName, services.deploys().open());
        } catch (RuntimeException e) {
            LOGGER.log(
                    Level.WARNING,
                    "That " + oldFullName + " is " + newFullName
                            + " now could not be recorded: should Jenkins end before a"
                            + " deploy of it has ended, nobody can tell how that went",
                    e);
        }
    }
}
