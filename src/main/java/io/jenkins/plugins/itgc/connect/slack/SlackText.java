package io.jenkins.plugins.itgc.connect.slack;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Text from outside as Slack may show it: no mention, no link, no line of its own. */
public final class SlackText {
    private static final DateTimeFormatter IN_UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private SlackText() {}

    /** Escapes what Slack gives a meaning to; cuts what is longer than so many characters. */
    public static String escaped(@Nullable String text, int limit) {
        String line = text == null
                ? ""
                : text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        String cut = line.length() <= limit ? line : line.substring(0, limit - 1) + "…";
        return cut.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** A link with a text from outside; only the text when the address is not one of the web. */
    public static String link(@Nullable String address, String text, int limit) {
        String shown = escaped(text, limit).replace("|", "¦");
        return address != null && address.matches("https?://[^\\s<>|]+")
                ? "<" + address.replace("&", "&amp;") + "|" + shown + ">"
                : shown;
    }

    /** A point of time as the reader's clock shows it, to the minute; in UTC where Slack cannot tell. */
    public static String time(Instant at) {
        Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
        return "<!date^" + minute.getEpochSecond() + "^{date_short_pretty} {time}|" + IN_UTC.format(minute) + ">";
    }
}
