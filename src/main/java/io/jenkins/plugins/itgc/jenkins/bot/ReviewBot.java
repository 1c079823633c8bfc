package io.jenkins.plugins.itgc.jenkins.bot;

import hudson.AbortException;
import io.jenkins.plugins.itgc.connect.github.GitHub;
import io.jenkins.plugins.itgc.connect.github.OpenPullRequest;
import io.jenkins.plugins.itgc.connect.github.event.GitHubEvent.ReviewTarget;
import io.jenkins.plugins.itgc.connect.intake.IntakeStore;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.EventsEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.ledger.fold.UnreadableReviews;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Reviews pull requests by itself, without a build, where the configuration says so. */
final class ReviewBot {
    private static final Logger LOGGER = Logger.getLogger(ReviewBot.class.getName());

    private final ItgcServices services;
    private final IntakeStore store;
    private final UnreadableReviews unreadable = new UnreadableReviews();

    ReviewBot(ItgcServices services, IntakeStore store) {
        this.services = services;
        this.store = store;
    }

    void look(ReviewTarget place) throws EvidenceUnavailable, InterruptedException {
        EventsEntry events = ItgcConfiguration.get().getEvents();
        if (events == null || !events.reviews(place.repository())) {
            return;
        }
        try {
            UnattendedReview review = UnattendedReview.in(services, events.getEnvironment(), unreadable);
            if (place.pullRequest() == null) {
                reconcile(place.repository(), review.gitHub());
            } else {
                review.of(place.repository(), place.pullRequest());
            }
        } catch (AbortException e) {
            LOGGER.log(Level.WARNING, "The review bot is not configured well: {0}", e.getMessage());
        }
    }

    /** Finds what no event told of. */
    private void reconcile(RepositoryId repository, GitHub gitHub) throws EvidenceUnavailable, InterruptedException {
        for (OpenPullRequest open : gitHub.openPullRequests(repository)) {
            boolean known = store.remembered(repository, open.number())
                    .filter(open.seen()::equals)
                    .isPresent();
            if (!known) {
                store.add(new ReviewTarget(repository, open.number(), true));
                store.remember(repository, open.number(), open.seen());
            }
        }
    }
}
