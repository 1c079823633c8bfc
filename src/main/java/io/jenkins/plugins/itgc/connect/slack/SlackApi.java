package io.jenkins.plugins.itgc.connect.slack;

import com.google.gson.Gson;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import io.jenkins.plugins.itgc.connect.http.Answer;
import io.jenkins.plugins.itgc.connect.http.HttpReader;
import io.jenkins.plugins.itgc.connect.http.Json;
import io.jenkins.plugins.itgc.connect.http.MalformedAnswer;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Message;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Slack's web interface, as far as messages and people go. */
public final class SlackApi {
    private static final Gson JSON = GsonFactory.createSnakeCase();

    private final HttpReader http;

    /** @param http reads below the address of the interface, such as {@code https://slack.com/api} */
    public SlackApi(HttpReader http) {
        this.http = http;
    }

    /**
     * A message that is there.
     *
     * @param channel id of the channel
     * @param ts its name in the channel
     */
    public record Posted(String channel, String ts) {}

    /**
     * Writes a message.
     *
     * @param thread the message it answers; null for a message of its own
     * @param text for notifications and for clients that show no blocks
     */
    public Posted post(String channel, @Nullable String thread, String text, List<LayoutBlock> blocks)
            throws EvidenceUnavailable, InterruptedException {
        Map<String, Object> message = message(channel, text, blocks);
        if (thread != null) {
            message.put("thread_ts", thread);
        }
        Json answer = call("chat.postMessage", message);
        return read("chat.postMessage", () -> new Posted(answer.text("channel"), answer.text("ts")));
    }

    /** Writes what only one person in the channel sees. */
    public void whisper(String channel, String user, String text) throws EvidenceUnavailable, InterruptedException {
        call("chat.postEphemeral", Map.of("channel", channel, "user", user, "text", SlackText.escaped(text, 2000)));
    }

    /** Replaces a message. */
    public void update(Posted posted, String text, List<LayoutBlock> blocks)
            throws EvidenceUnavailable, InterruptedException {
        Map<String, Object> message = message(posted.channel(), text, blocks);
        message.put("ts", posted.ts());
        call("chat.update", message);
    }

    /**
     * The address of a user that Slack itself has confirmed; empty for somebody who is gone, a bot or a guest.
     *
     * @param team the user must be of this team
     */
    public Optional<String> verifiedEmail(String team, String user) throws EvidenceUnavailable, InterruptedException {
        Answer answer = http.get("/users.info?user=" + URLEncoder.encode(user, StandardCharsets.UTF_8), Map.of());
        Json json = checked("users.info", answer);
        return read("users.info", () -> {
            Json found = json.get("user");
            boolean member = found.text("team_id").equals(team)
                    && found.optional("is_email_confirmed").isPresent()
                    && found.flag("is_email_confirmed");
            boolean no = flag(found, "deleted") || flag(found, "is_bot") || flag(found, "is_restricted");
            return member && !no ? found.get("profile").optionalText("email") : Optional.empty();
        });
    }

    private static boolean flag(Json json, String name) {
        return json.optional(name).isPresent() && json.flag(name);
    }

    private static Map<String, Object> message(String channel, String text, List<LayoutBlock> blocks) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("channel", channel);
        message.put("text", text);
        message.put("blocks", blocks);
        message.put("unfurl_links", false);
        return message;
    }

    private Json call(String method, Map<String, Object> message) throws EvidenceUnavailable, InterruptedException {
        return checked(method, http.write("POST", "/" + method, JSON.toJson(message)));
    }

    private Json checked(String method, Answer answer) throws EvidenceUnavailable {
        if (!answer.ok()) {
            throw http.problems().refused(answer, method);
        }
        Json json = read(method, answer::json);
        if (!read(method, () -> json.flag("ok"))) {
            String error = read(method, () -> json.optionalText("error").orElse("no reason"));
            throw http.problems()
                    .unavailable(
                            "connect.refused",
                            Message.of("connect.refused.what.slack", method, error),
                            Message.of("connect.refused.next.slack"),
                            http.endpoint().base());
        }
        return json;
    }

    private <T> T read(String method, java.util.function.Supplier<T> reading) throws EvidenceUnavailable {
        try {
            return reading.get();
        } catch (MalformedAnswer e) {
            throw http.problems().malformed(http.endpoint().at("/" + method), e);
        }
    }
}
