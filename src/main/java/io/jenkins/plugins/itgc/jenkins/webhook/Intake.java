package io.jenkins.plugins.itgc.jenkins.webhook;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import io.jenkins.plugins.itgc.connect.github.event.GitHubEvent.Place;
import io.jenkins.plugins.itgc.gate.Topic;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import java.nio.file.Path;
import jenkins.model.Jenkins;

/** Where everything that comes in from outside is taken. */
@Extension
public class Intake implements ExtensionPoint {
    private IntakeStore store;
    private BatchedIntake batches;
    private ReviewLine line;

    public static Intake get() {
        return ExtensionList.lookupSingleton(Intake.class);
    }

    /** What came in and is not done. */
    public synchronized IntakeStore store() {
        if (store == null) {
            Path file = Jenkins.get().getRootDir().toPath().resolve("itgc").resolve("intake.db");
            store = IntakeStore.open(file, ItgcServices.get().clock());
        }
        return store;
    }

    private synchronized BatchedIntake batches() {
        if (batches == null) {
            batches = new BatchedIntake(store());
        }
        return batches;
    }

    synchronized ReviewLine line() {
        if (line == null) {
            line = new ReviewLine(store(), ItgcServices.get()::errand, new ReviewBot(store())::look);
        }
        return line;
    }

    /** Takes a verified delivery; false when it was taken before. Returns when it survives a crash. */
    boolean take(Delivery delivery) {
        boolean fresh = batches().take(delivery);
        if (fresh) {
            delivery.event().places().forEach(Intake::wake);
            line().look();
        }
        return fresh;
    }

    private static void wake(Place place) {
        if (place.pullRequest() != null) {
            ItgcServices.get().waiting().wake(Topic.pullRequest(place.repository(), place.pullRequest()));
        }
    }
}
