package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Message;
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
    record Announced(Message what, @Nullable String link) {
        /**
         * That tickets were commented on.
         *
         * @param written how many now
         * @param all how many there are, also those that were commented on before or could not be
         */
        public static Announced onTickets(int written, int all) {
            Message what = written == all
                    ? Message.of("deploy.notice.tickets", all)
                    : Message.of("deploy.notice.some-tickets", written, all);
            return new Announced(what, null);
        }

        /**
         * That pull requests were commented on.
         *
         * @param written how many now
         * @param all how many there are, also those that were commented on before or could not be
         */
        public static Announced onPullRequests(int written, int all) {
            Message what = written == all
                    ? Message.of("deploy.notice.pull-requests", all)
                    : Message.of("deploy.notice.some-pull-requests", written, all);
            return new Announced(what, null);
        }
    }
}
