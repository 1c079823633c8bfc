package io.jenkins.plugins.itgc.testbed.controller.casc;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts environment variables in place of {@code ${NAME}} and {@code ${NAME:-default}}. */
final class EnvironmentReferences {
    private static final Pattern REFERENCE = Pattern.compile("(\\^?)\\$\\{([^}:]+)(?::-([^}]*))?\\}");

    private EnvironmentReferences() {}

    static String expand(String text) {
        return REFERENCE.matcher(text).replaceAll(m -> Matcher.quoteReplacement(value(m)));
    }

    private static String value(MatchResult match) {
        if (!match.group(1).isEmpty()) {
            return match.group().substring(1);
        }
        String name = match.group(2);
        String set = System.getProperty(name, System.getenv(name));
        if (set != null) {
            return set;
        }
        return match.group(3) == null ? "" : match.group(3);
    }
}
