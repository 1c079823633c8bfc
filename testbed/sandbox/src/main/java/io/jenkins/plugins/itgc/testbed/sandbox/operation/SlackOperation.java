package io.jenkins.plugins.itgc.testbed.sandbox.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Json;
import io.jenkins.plugins.itgc.testbed.sandbox.model.SlackTeam;
import io.jenkins.plugins.itgc.testbed.sandbox.model.SlackTeam.Message;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Somebody does something in Slack, of which the bot is told soon after. */
public sealed interface SlackOperation extends Operation {

    /**
     * Somebody says {@code /deploy}; the answer comes as a message that only they see.
     *
     * @param text what is said after it
     */
    record SlackCommand(String by, String channel, String text) implements SlackOperation {
        @Override
        public void applyTo(World world) {
            String user = user(world, by);
            String where = Required.parameter(channel, "channel");
            String form = form("team_id", world.slack().id())
                    + "&" + form("user_id", user)
                    + "&" + form("channel_id", where)
                    + "&" + form("command", "/deploy")
                    + "&" + form("text", Required.or(text, ""));
            send(world, form, user, where);
        }
    }

    /**
     * Somebody presses a button as the message shows it now.
     *
     * @param message its ts
     * @param action name of the button
     */
    record SlackClick(String by, String channel, String message, String action) implements SlackOperation {
        @Override
        public void applyTo(World world) {
            String user = user(world, by);
            Message clicked = world.slack()
                    .message(Required.parameter(channel, "channel"), Required.parameter(message, "message"))
                    .orElseThrow(() -> new IllegalArgumentException("there is no message '" + message + "'"));
            String value = clicked.button(Required.parameter(action, "action"))
                    .orElseThrow(() -> new IllegalArgumentException(
                            "the message '" + message + "' has no button '" + action + "'"));
            send(world, form("payload", payload(world.slack(), user, clicked, action, value)), user, channel);
        }
    }

    private static String user(World world, String by) {
        return SlackTeam.userOf(world.accounts().known(Required.parameter(by, "by")));
    }

    private static void send(World world, String form, String user, String channel) {
        world.slackRequests().send(form, said -> {
            if (!said.isEmpty()) {
                world.locked(() -> world.slack().write(channel, null, user, said, Json.array(List.of())));
            }
        });
    }

    private static String form(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String payload(SlackTeam team, String user, Message message, String action, String value) {
        ObjectNode payload = Json.object()
                .put("type", "block_actions")
                .put("trigger_id", UUID.randomUUID().toString());
        payload.set("team", Json.object().put("id", team.id()));
        payload.set("user", Json.object().put("id", user).put("team_id", team.id()));
        payload.set("channel", Json.object().put("id", message.channel()));
        payload.set("message", Json.object().put("ts", message.ts()));
        payload.set(
                "actions",
                Json.array(List.of(Json.object().put("action_id", action).put("value", value))));
        return payload.toString();
    }
}
