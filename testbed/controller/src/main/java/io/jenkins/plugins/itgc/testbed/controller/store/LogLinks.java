package io.jenkins.plugins.itgc.testbed.controller.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** The invisible marks by which parts of log lines become links. */
public final class LogLinks {
    /** Begins a mark. */
    public static final String BEGIN = "\u001B[8mha:";

    /** Ends a mark; the text of the link follows. */
    public static final String END = "\u001B[0m";

    private static final Pattern MARK = Pattern.compile(Pattern.quote(BEGIN) + "[^\u001B]*" + Pattern.quote(END));

    private LogLinks() {}

    /** The mark that goes before a text of this length. */
    public static String mark(String url, int length) {
        byte[] bytes = (length + " " + url).getBytes(StandardCharsets.UTF_8);
        return BEGIN + Base64.getEncoder().encodeToString(bytes) + END;
    }

    /** The text without marks. */
    public static String remove(String text) {
        return MARK.matcher(text).replaceAll("");
    }
}
