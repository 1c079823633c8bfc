package io.jenkins.plugins.itgc.connect.github;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text from outside, written so that it stays text: no markup, no mention, no table cell, no reference. */
final class Markdown {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]()<>#+\\-.!|~&:/$]");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+");

    private Markdown() {}

    static String escaped(String text) {
        String oneLine = CONTROL.matcher(text).replaceAll(" ");
        String marked = SPECIAL.matcher(oneLine).replaceAll(match -> "\\\\" + Matcher.quoteReplacement(match.group()));
        return marked.replace("@", "@\u200b")
                .replace("\\<", "&lt;")
                .replace("\\>", "&gt;")
                .replace("\\&", "&amp;");
    }

    /** A link whose address cannot break out of it. */
    static String link(String text, String address) {
        boolean web = address.startsWith("https://") || address.startsWith("http://");
        String target = address.replaceAll("[\\s<>()\\[\\]|\\\\`]", "");
        return web ? "[" + escaped(text) + "](<" + target + ">)" : escaped(text);
    }
}
