package hudson;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Small text functions of the core. */
public class Util {
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:([A-Za-z0-9_]+)|\\{([A-Za-z0-9_.]+)\\}|(\\$))");

    public Util() {}

    /** Replaces {@code $NAME} and {@code ${NAME}} by the map's values; unknown names stay as they are. */
    public static String replaceMacro(String text, Map<String, String> properties) {
        if (text == null) {
            return null;
        }
        return VARIABLE.matcher(text).replaceAll(m -> Matcher.quoteReplacement(replacement(m, properties)));
    }

    private static String replacement(java.util.regex.MatchResult match, Map<String, String> properties) {
        if (match.group(3) != null) {
            return "$";
        }
        String name = match.group(1) == null ? match.group(2) : match.group(1);
        String value = properties.get(name);
        return value == null ? match.group() : value;
    }

    /** The text, or an empty one for null. */
    public static String fixNull(String text) {
        return text == null ? "" : text;
    }

    /** The text, or null if it is empty. */
    public static String fixEmpty(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    /** The trimmed text, or null if nothing is left. */
    public static String fixEmptyAndTrim(String text) {
        return text == null ? null : fixEmpty(text.trim());
    }

    /** Escapes text for HTML. */
    public static String escape(String text) {
        return text == null ? null : xmlEscape(text).replace("\"", "&quot;").replace("'", "&#039;");
    }

    /** Escapes text for an XML element. */
    public static String xmlEscape(String text) {
        return text == null
                ? null
                : text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Encodes a path segment of a URL. */
    public static String rawEncode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Adds the end if the text lacks it. */
    public static String ensureEndsWith(String subject, String suffix) {
        return subject == null || subject.endsWith(suffix) ? subject : subject + suffix;
    }
}
