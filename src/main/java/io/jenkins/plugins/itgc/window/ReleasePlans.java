package io.jenkins.plugins.itgc.window;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.Kind;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.ledger.event.WindowEvent;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Dates that people planned for pull requests, as the ledger tells of them. The newest of a pull request counts. */
public final class ReleasePlans {
    private final EventLog log;

    /** @param ledger keeps the plans */
    public ReleasePlans(Ledger ledger) {
        this.log = new EventLog(ledger);
    }

    /**
     * A date for a pull request.
     *
     * @param repository owner/name
     * @param pullRequest its number
     * @param environment where to
     * @param at not before this; null when the date was taken back
     * @param text the date as somebody wrote it; null when it was taken back
     * @param person who said so
     */
    public record Plan(
            String repository,
            int pullRequest,
            String environment,
            @Nullable Instant at,
            @Nullable String text,
            String person) {
        /** How people find what is planned. */
        public String title() {
            return repository + "#" + pullRequest + " to " + environment;
        }
    }

    /** Puts a plan in the place of the one before. */
    public void record(Plan plan) {
        WindowEvent.Plan body = new WindowEvent.Plan(
                plan.repository(), plan.pullRequest(), plan.environment(), plan.at(), plan.text(), plan.person());
        Subject.OfPlan subject = new Subject.OfPlan(plan.repository(), plan.pullRequest(), plan.environment());
        log.append(new WindowEvent.Planned(subject, body), Actor.user(plan.person()));
    }

    /** The plan that counts; empty when there is none, or it was taken back. */
    public Optional<Plan> of(String repository, int pullRequest, String environment) throws EvidenceUnavailable {
        Subject.OfPlan subject = new Subject.OfPlan(repository, pullRequest, environment);
        try {
            return log.newest(Kind.RELEASE_PLANNED, subject)
                    .map(planned -> planned.event().body())
                    .filter(plan -> plan.at() != null)
                    .map(plan -> new Plan(
                            plan.repository(),
                            plan.pullRequest(),
                            plan.environment(),
                            plan.at(),
                            plan.text(),
                            plan.person()));
        } catch (LedgerFailure e) {
            throw Unreadable.in(subject, e);
        }
    }
}
