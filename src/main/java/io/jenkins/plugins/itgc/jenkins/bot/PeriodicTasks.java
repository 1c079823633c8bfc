package io.jenkins.plugins.itgc.jenkins.bot;

import hudson.ExtensionList;
import io.jenkins.plugins.itgc.connect.github.event.GitHubEvent.ReviewTarget;
import io.jenkins.plugins.itgc.connect.intake.IntakeStore;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.EventsEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What is done now and then: work that a restart left, what no event told of, and reminders. */
public final class PeriodicTasks {
    private static final Logger LOGGER = Logger.getLogger(PeriodicTasks.class.getName());
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final ItgcServices services;
    private Instant reconciled = Instant.EPOCH;

    /** @param services of the controller; run the tasks */
    public PeriodicTasks(ItgcServices services) {
        this.services = services;
    }

    /** Goes on until the controller stops. */
    public void begin() {
        services.regularly(EVERY, EVERY, this::round);
    }

    /** One round. */
    void round() {
        try {
            EventsEntry events = ItgcConfiguration.get().getEvents();
            Instant now = services.clock().instant();
            if (events != null && !now.isBefore(reconciled.plusSeconds(60L * events.getReconcileMinutes()))) {
                reconciled = now;
                reconcile(events, Intake.get().store());
            }
            Intake.get().line().look();
            ExtensionList.lookup(PeriodicTask.class).forEach(task -> task.run(now));
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "What is done now and then was not done", e);
        }
    }

    private static void reconcile(EventsEntry events, IntakeStore store) {
        store.forgetOld();
        Set<String> names = new LinkedHashSet<>(events.namedRepositories());
        store.repositories().forEach(repository -> names.add(repository.toString()));
        names.stream()
                .map(RepositoryId::parse)
                .filter(events::reviews)
                .forEach(repository -> store.add(new ReviewTarget(repository, null, true)));
    }
}
