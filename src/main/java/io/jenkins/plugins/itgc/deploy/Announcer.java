package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import org.jspecify.annotations.Nullable;

/**
 * Tells one system around of deploys. Telling the same news twice leaves that system as if it had been told once: after
 * a restart the news may come again. Never able to fail the deploy.
 */
public interface Announcer {
    /** Stable name, such as {@code github-deployment}. */
    String name();

    /** Whether this system wants to hear of deploys in this state. */
    boolean wants(DeployState state);

    /**
     * Tells it.
     *
     * @throws EvidenceUnavailable when the system does not take it now; it is told again later
     */
    Announced announce(DeployNews news) throws EvidenceUnavailable, InterruptedException;

    /**
     * What came of it.
     *
     * @param what one sentence
     * @param link address of what was written; null when there is none
     */
    record Announced(String what, @Nullable String link) {
        /**
         * That comments were written.
         *
         * @param written how many now
         * @param all how many there are to comment on, also those that were commented on before or could not be
         * @param one what one of them is called
         */
        public static Announced commented(int written, int all, String one) {
            String number = written == all ? String.valueOf(all) : written + " of " + all;
            return new Announced("Commented on " + number + " " + one + (all == 1 ? "." : "s."), null);
        }
    }
}
