package io.jenkins.plugins.itgc.jenkins.webhook;

import hudson.Extension;
import hudson.model.Item;
import io.jenkins.plugins.itgc.connect.github.event.EventReader;
import io.jenkins.plugins.itgc.connect.github.event.GitHubEvent;
import io.jenkins.plugins.itgc.connect.github.event.MalformedEvent;
import io.jenkins.plugins.itgc.connect.intake.Delivery;
import io.jenkins.plugins.itgc.jenkins.bot.Intake;
import io.jenkins.plugins.itgc.jenkins.config.EventsEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.github.extension.GHEventsSubscriber;
import org.jenkinsci.plugins.github.extension.GHSubscriberEvent;
import org.kohsuke.github.GHEvent;

/**
 * Hears of the events that the GitHub plugin receives. That plugin looks at signatures only where it is told a secret, so
 * these may be from anybody: like all events they only say where to look.
 */
@Extension
public class GitHubPluginEvents extends GHEventsSubscriber {
    private static final Logger LOGGER = Logger.getLogger(GitHubPluginEvents.class.getName());

    @Override
    protected boolean isApplicable(Item item) {
        return item != null && wanted();
    }

    private static boolean wanted() {
        EventsEntry events = ItgcConfiguration.get().getEvents();
        return events != null && events.isGitHubPlugin();
    }

    @Override
    protected Set<GHEvent> events() {
        return Set.of(
                GHEvent.PULL_REQUEST,
                GHEvent.PULL_REQUEST_REVIEW,
                GHEvent.ISSUE_COMMENT,
                GHEvent.PUSH,
                GHEvent.INSTALLATION,
                GHEvent.INSTALLATION_REPOSITORIES);
    }

    /** In the thread of the request, whose sender waits. */
    @Override
    protected void onEvent(GHSubscriberEvent event) {
        if (!wanted()) {
            return;
        }
        try {
            String name = event.getGHEvent().name().toLowerCase(Locale.ROOT);
            GitHubEvent read = EventReader.read(name, event.getPayload().getBytes(StandardCharsets.UTF_8));
            // Not under the name that our own address uses: whoever sends unsigned must not make a signed one known.
            Intake.get().take(new Delivery("github plugin " + event.getEventGuid(), read));
        } catch (MalformedEvent e) {
            LOGGER.log(Level.INFO, "An event that the GitHub plugin received was ignored: {0}", e.getMessage());
        }
    }
}
