package io.jenkins.plugins.itgc.jenkins.bot;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import io.jenkins.plugins.itgc.connect.github.event.GitHubEvent.ReviewTarget;
import io.jenkins.plugins.itgc.connect.http.Answer;
import io.jenkins.plugins.itgc.connect.http.Endpoint;
import io.jenkins.plugins.itgc.connect.intake.BatchedIntake;
import io.jenkins.plugins.itgc.connect.intake.Delivery;
import io.jenkins.plugins.itgc.connect.intake.IntakeStore;
import io.jenkins.plugins.itgc.connect.sns.SnsMessages;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Topic;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jenkins.model.Jenkins;

/** Where everything that comes in from outside is taken. */
@Extension
public class Intake implements ExtensionPoint {
    private IntakeStore store;
    private BatchedIntake batches;
    private ReviewLine line;
    private SnsMessages sns;
    private Set<String> snsTopics = Set.of();

    /** The one of this controller. */
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
            ItgcServices services = ItgcServices.get();
            line = new ReviewLine(store(), services::errand, new ReviewBot(services, store())::look);
        }
        return line;
    }

    /** Messages of these topics; certificates that were fetched are kept as long as the topics are the same. */
    public synchronized SnsMessages sns(Set<String> topics) {
        if (sns == null || !topics.equals(snsTopics)) {
            sns = new SnsMessages(topics, Intake::fetch);
            snsTopics = Set.copyOf(topics);
        }
        return sns;
    }

    private static byte[] fetch(URI address) throws IOException {
        try {
            Endpoint amazon = new Endpoint("Amazon SNS", address, "X-None", Optional::empty);
            Answer answer = ItgcServices.get().http(amazon, "").get(address, Map.of());
            if (!answer.ok()) {
                throw new IOException("SNS answered " + answer.status() + ".");
            }
            return answer.body();
        } catch (EvidenceUnavailable e) {
            throw new IOException(e.finding().what(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted.", e);
        }
    }

    /** Takes a verified delivery; false when it was taken before. Returns when it survives a crash. */
    public boolean take(Delivery delivery) {
        boolean fresh = batches().take(delivery);
        if (fresh) {
            delivery.event().targets().forEach(Intake::wake);
            line().look();
        }
        return fresh;
    }

    private static void wake(ReviewTarget place) {
        if (place.pullRequest() != null) {
            ItgcServices.get().waiting().wake(Topic.pullRequest(place.repository(), place.pullRequest()));
        }
    }
}
