package io.jenkins.plugins.itgc.jenkins.slack;

import io.jenkins.plugins.itgc.connect.http.Endpoint;
import io.jenkins.plugins.itgc.connect.slack.SlackApi;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.config.SlackEntry;
import io.jenkins.plugins.itgc.jenkins.credentials.Secrets;
import java.net.URI;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What the bot says by itself. Slack being away holds nothing up. */
final class SlackTalk {
    private static final Logger LOGGER = Logger.getLogger(SlackTalk.class.getName());

    /** Something to say. */
    interface Saying {
        void say(SlackApi api, SlackEntry slack) throws EvidenceUnavailable, InterruptedException;
    }

    /** Whether there is a bot that could say something. */
    boolean possible() {
        SlackEntry slack = ItgcConfiguration.get().getSlack();
        return slack != null && api(slack).isPresent();
    }

    /** Says something soon, on a thread that nobody waits for; nothing when no bot is configured. */
    void soon(Saying saying) {
        ItgcServices.get().errand(() -> now(saying));
    }

    /** Says something now; false when it could not be said. */
    boolean now(Saying saying) {
        SlackEntry slack = ItgcConfiguration.get().getSlack();
        Optional<SlackApi> api = slack == null ? Optional.empty() : api(slack);
        if (api.isEmpty()) {
            return false;
        }
        try {
            saying.say(api.get(), slack);
            return true;
        } catch (EvidenceUnavailable e) {
            LOGGER.log(
                    Level.WARNING,
                    "Slack could not be notified: {0}",
                    e.finding().what());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The bot's way to Slack; empty when it has no token. */
    static Optional<SlackApi> api(SlackEntry slack) {
        String id = slack.getBotTokenId();
        if (Secrets.find(id).isEmpty()) {
            return Optional.empty();
        }
        Endpoint endpoint = Endpoint.bearer("Slack", URI.create(slack.getApiUrl()), () -> Secrets.find(id));
        return Optional.of(new SlackApi(ItgcServices.get().http(endpoint, id)));
    }

    /** Tells one person in a channel. */
    void whisper(String channel, SlackUser user, String sentence) {
        if (!channel.isEmpty()) {
            soon((api, slack) -> api.whisper(channel, user.user(), sentence));
        }
    }
}
