package io.jenkins.plugins.itgc.testbed.sandbox.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Answer;
import io.jenkins.plugins.itgc.testbed.sandbox.model.SlackTeam.Message;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The workspace for people: its messages as they are now, with their buttons, and what one may say. */
record SlackPages(World world) {
    static final String PATH = "/slack";

    private static final String BOT = "deploys";

    Answer answer() {
        Html html = new Html("Slack");
        Set<String> channels = new LinkedHashSet<>();
        world.slack().messages().forEach(message -> channels.add(message.channel()));
        channels.forEach(channel -> channel(html, channel));
        html.raw("<h2>Say /deploy</h2>");
        new ActForm(world, "slack-command", "/deploy")
                .addTo(html, Map.of("channel", channels.stream().findFirst().orElse(BOT)), PATH, "text");
        return html.answer(200);
    }

    private void channel(Html html, String channel) {
        html.raw("<h2>").text("#" + channel).raw("</h2>");
        List<Message> all = world.slack().messages().stream()
                .filter(message -> message.channel().equals(channel))
                .toList();
        for (Message message : all) {
            if (message.thread() == null) {
                message(html, message);
                all.stream()
                        .filter(answer -> message.ts().equals(answer.thread()))
                        .forEach(answer -> answer(html, answer));
            }
        }
    }

    private void message(Html html, Message message) {
        html.raw("<section>");
        if (message.to() != null) {
            html.raw("<p>").text("Only " + message.to() + " sees this:").raw("</p>");
        }
        html.raw("<pre>").text(text(message)).raw("</pre>");
        for (JsonNode button : message.blocks().findParents("action_id")) {
            new ActForm(world, "slack-click", button.path("text").path("text").asText())
                    .addTo(
                            html,
                            Map.of(
                                    "channel",
                                    message.channel(),
                                    "message",
                                    message.ts(),
                                    "action",
                                    button.path("action_id").asText()),
                            PATH);
        }
        html.raw("</section>");
    }

    /** Slack shows the blocks, and the text only where there are none. */
    private static String text(Message message) {
        StringBuilder shown = new StringBuilder();
        for (JsonNode block : message.blocks()) {
            shown.append(block.path("text").path("text").asText("")).append('\n');
        }
        return shown.toString().isBlank() ? message.text() : shown.toString().strip();
    }

    private static void answer(Html html, Message answer) {
        html.raw("<blockquote><pre>").text(text(answer)).raw("</pre></blockquote>");
    }
}
