package io.jenkins.plugins.itgc.testbed.controller.http;

import hudson.Util;
import io.jenkins.plugins.itgc.testbed.controller.store.LogLinks;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Draws the links of a log. */
final class LogLines {
    private LogLines() {}

    static String plain(String log) {
        return LogLinks.remove(log);
    }

    /** The log with its links, all text escaped. */
    static String html(String log, String contextPath) {
        StringBuilder html = new StringBuilder();
        int at = 0;
        for (int note = log.indexOf(LogLinks.BEGIN); note >= 0; ) {
            html.append(Util.escape(log.substring(at, note)));
            at = link(log, note, contextPath, html);
            note = log.indexOf(LogLinks.BEGIN, at);
        }
        return html.append(Util.escape(log.substring(at))).toString();
    }

    private static int link(String log, int note, String contextPath, StringBuilder html) {
        int from = note + LogLinks.BEGIN.length();
        int to = log.indexOf(LogLinks.END, from);
        if (to < 0) {
            return log.length();
        }
        int text = to + LogLinks.END.length();
        try {
            String[] parts = new String(Base64.getDecoder().decode(log.substring(from, to)), StandardCharsets.UTF_8)
                    .split(" ", 2);
            int end = Math.min(log.length(), text + Integer.parseInt(parts[0]));
            String label = Util.escape(log.substring(text, end));
            String url = parts[1].startsWith("/") ? contextPath + parts[1] : parts[1];
            boolean safe = url.startsWith("/") || url.startsWith("https://") || url.startsWith("http://");
            html.append(safe ? "<a href=\"" + Util.escape(url) + "\">" + label + "</a>" : label);
            return end;
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return text;
        }
    }
}
