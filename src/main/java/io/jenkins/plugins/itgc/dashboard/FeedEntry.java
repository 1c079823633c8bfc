package io.jenkins.plugins.itgc.dashboard;

import io.jenkins.plugins.itgc.ledger.projection.Deploy;

/** What every feed says of a deploy. */
final class FeedEntry {
    private FeedEntry() {}

    /** The lasting address of a deploy. */
    static String link(String root, Deploy deploy) {
        return root + "deploys/#/deploy/" + deploy.id();
    }

    static String title(Deploy deploy) {
        String what = (deploy.rollback() ? "Rollback of " : "") + deploy.service() + " in " + deploy.environment();
        return what + ": " + deploy.result();
    }
}
