package io.jenkins.plugins.itgc.jenkins.slack;

import com.google.gson.Gson;
import io.jenkins.plugins.itgc.jenkins.webhook.Reply;
import java.util.Map;

/** An answer to a command. */
final class SlackReply {
    private static final int LONGEST = 3900;

    private SlackReply() {}

    /** Seen by the asker alone; its outside text is escaped already. */
    static Reply of(String markdown) {
        String text = markdown.length() <= LONGEST ? markdown : markdown.substring(0, LONGEST) + "…";
        return Reply.json(new Gson().toJson(Map.of("response_type", "ephemeral", "text", text)));
    }
}
