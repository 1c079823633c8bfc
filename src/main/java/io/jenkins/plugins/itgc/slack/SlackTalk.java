package io.jenkins.plugins.itgc.slack;

import io.jenkins.plugins.itgc.connect.slack.SlackApi;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What the bot says by itself. Slack being away holds nothing up. */
public final class SlackTalk {
    private static final Logger LOGGER = Logger.getLogger(SlackTalk.class.getName());

    private final SlackHost host;

    /** @param host the controller that the bot speaks for */
    public SlackTalk(SlackHost host) {
        this.host = host;
    }

    /** Something to say. */
    public interface Post {
        /**
         * Says it. Blocking.
         *
         * @throws EvidenceUnavailable when Slack does not take it
         */
        void to(SlackApi api, Workspace slack) throws EvidenceUnavailable, InterruptedException;
    }

    /** Whether there is a bot that could say something. */
    boolean possible() {
        return host.workspace().isPresent() && host.api().isPresent();
    }

    /** Says something soon, on a thread that nobody waits for; nothing when no bot is configured. */
    public void soon(Post post) {
        host.errand(() -> now(post));
    }

    /** Says something now; false when it could not be said. */
    boolean now(Post post) {
        Optional<Workspace> slack = host.workspace();
        Optional<SlackApi> api = host.api();
        if (slack.isEmpty() || api.isEmpty()) {
            return false;
        }
        try {
            post.to(api.get(), slack.get());
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

    /** Tells one person in a channel. */
    void whisper(String channel, SlackUser user, String sentence) {
        if (!channel.isEmpty()) {
            soon((api, slack) -> api.whisper(channel, user.user(), sentence));
        }
    }
}
