package io.jenkins.plugins.itgc.slack;

import com.google.gson.Gson;
import java.util.Map;

/** An answer to a command. */
public final class SlackReply {
    private static final int LONGEST = 3900;

    private SlackReply() {}

    /** As JSON that Slack shows to the asker alone; text from outside in it must be escaped already. */
    public static String json(String markdown) {
        String text = markdown.length() <= LONGEST ? markdown : markdown.substring(0, LONGEST) + "…";
        return new Gson().toJson(Map.of("response_type", "ephemeral", "text", text));
    }
}
