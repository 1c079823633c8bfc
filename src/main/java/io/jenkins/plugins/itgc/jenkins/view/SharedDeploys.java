package io.jenkins.plugins.itgc.jenkins.view;

import hudson.Extension;
import hudson.model.InvisibleAction;
import hudson.model.UnprotectedRootAction;
import io.jenkins.plugins.itgc.dashboard.ShareLinks;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.ledger.projection.Deploy;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Where share links lead. Nobody needs an account; everything but a link that holds is "not found". */
@Extension
public class SharedDeploys extends InvisibleAction implements UnprotectedRootAction {
    private static final Logger LOG = Logger.getLogger(SharedDeploys.class.getName());

    @Override
    public String getUrlName() {
        return ShareLinks.PATH;
    }

    /** The deploy of a link, or null. */
    public SharedDeploy getDynamic(String token) {
        return open(token).map(deploy -> new SharedDeploy(token)).orElse(null);
    }

    /** The deploy of a link that holds; empty too when that cannot be told. */
    static Optional<Deploy> open(String token) {
        try {
            return new ShareLinks(DeployRecords.get(), ShareKey.get()).open(token);
        } catch (LedgerFailure | UncheckedIOException e) {
            LOG.log(Level.WARNING, "A share link could not be checked", e);
            return Optional.empty();
        }
    }
}
