package io.jenkins.plugins.itgc.testbed.sandbox.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Answer;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Credentials;
import io.jenkins.plugins.itgc.testbed.sandbox.http.HttpProblem;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Json;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Request;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Routes;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Site;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import io.jenkins.plugins.itgc.testbed.sandbox.model.AccountKind;
import io.jenkins.plugins.itgc.testbed.sandbox.model.SlackTeam;
import io.jenkins.plugins.itgc.testbed.sandbox.model.SlackTeam.Message;
import java.util.Optional;

/** Slack's web interface as far as a bot writes messages and looks people up. What is wrong comes as a word, with 200. */
public final class SlackServer implements Site {
    private static final String API = "/slack/api/";

    private final World world;
    private final Routes routes = new Routes();

    /** The workspace of that world. */
    public SlackServer(World world) {
        this.world = world;
        routes.on("POST", API + "chat.postMessage", this::post)
                .on("POST", API + "chat.update", this::update)
                .on("POST", API + "chat.postEphemeral", this::whisper)
                .on("GET", API + "users.info", this::user);
    }

    @Override
    public boolean answers(String path) {
        return path.startsWith(API);
    }

    @Override
    public Answer answer(Request request) {
        if (Credentials.caller(world, request).isEmpty()) {
            return wrong("invalid_auth");
        }
        try {
            return routes.find(request.method(), request.path())
                    .map(found -> found.endpoint().answer(request))
                    .orElseGet(() -> wrong("unknown_method"));
        } catch (HttpProblem e) {
            return wrong("invalid_json");
        }
    }

    private static Answer wrong(String word) {
        return Answer.json(200, Json.object().put("ok", false).put("error", word));
    }

    private static Answer done(Message message) {
        return Answer.json(
                200,
                Json.object().put("ok", true).put("channel", message.channel()).put("ts", message.ts()));
    }

    private static String text(JsonNode body, String field) {
        return body.path(field).asText("");
    }

    private Answer post(Request request) {
        JsonNode body = request.json();
        String channel = text(body, "channel");
        String thread = body.hasNonNull("thread_ts") ? text(body, "thread_ts") : null;
        if (channel.isEmpty()) {
            return wrong("channel_not_found");
        }
        if (thread != null && world.slack().message(channel, thread).isEmpty()) {
            return wrong("thread_not_found");
        }
        return done(world.slack().write(channel, thread, null, text(body, "text"), body.path("blocks")));
    }

    private Answer update(Request request) {
        JsonNode body = request.json();
        Optional<Message> message = world.slack().message(text(body, "channel"), text(body, "ts"));
        message.ifPresent(found -> world.slack().replace(found, text(body, "text"), body.path("blocks")));
        return message.map(SlackServer::done).orElseGet(() -> wrong("message_not_found"));
    }

    private Answer whisper(Request request) {
        JsonNode body = request.json();
        String user = text(body, "user");
        if (find(user).isEmpty()) {
            return wrong("user_not_in_channel");
        }
        Message message =
                world.slack().write(text(body, "channel"), null, user, text(body, "text"), body.path("blocks"));
        return Answer.json(200, Json.object().put("ok", true).put("message_ts", message.ts()));
    }

    private Optional<Account> find(String user) {
        return world.accounts().all().stream()
                .filter(Account::exists)
                .filter(account -> SlackTeam.userOf(account).equals(user))
                .findFirst();
    }

    private Answer user(Request request) {
        return find(request.parameter("user").orElse("")).map(this::described).orElseGet(() -> wrong("user_not_found"));
    }

    private Answer described(Account account) {
        ObjectNode user = Json.object()
                .put("id", SlackTeam.userOf(account))
                .put("team_id", world.slack().id())
                .put("name", account.login())
                .put("deleted", false)
                .put("is_bot", account.kind() != AccountKind.USER)
                .put("is_restricted", false)
                .put("is_email_confirmed", true);
        user.set("profile", Json.object().put("email", account.email()));
        ObjectNode answer = Json.object().put("ok", true);
        answer.set("user", user);
        return Answer.json(200, answer);
    }
}
