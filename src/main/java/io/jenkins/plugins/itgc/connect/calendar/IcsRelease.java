package io.jenkins.plugins.itgc.connect.calendar;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Writes a release as iCalendar text. Text from outside is escaped, so that it cannot write lines of its own. */
final class IcsRelease {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    /** What the UIDs of releases that the gates enter end with. */
    static final String UID = "@itgc-deploy-gates";

    private static final int LINE = 70;

    private IcsRelease() {}

    static String text(CalendarWriter.Release release, Instant now) {
        StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//itgc-deploy-gates//EN\r\n");
        text.append("BEGIN:VEVENT\r\n");
        line(text, "UID:" + release.key() + UID);
        line(text, "DTSTAMP:" + UTC.format(now));
        line(text, "DTSTART:" + UTC.format(release.start().truncatedTo(ChronoUnit.SECONDS)));
        line(text, "DTEND:" + UTC.format(release.end().truncatedTo(ChronoUnit.SECONDS)));
        line(text, "SUMMARY:" + escaped(release.title()));
        line(text, "DESCRIPTION:" + escaped(release.text()));
        if (release.link() != null) {
            line(text, "URL:" + release.link().replaceAll("\\p{Cntrl}", ""));
        }
        line(text, "TRANSP:TRANSPARENT");
        return text.append("END:VEVENT\r\nEND:VCALENDAR\r\n").toString();
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", " ");
    }

    /** Folded, since lines are short in this format; never between the two halves of a character. */
    private static void line(StringBuilder text, String line) {
        int start = 0;
        while (line.length() - start > LINE) {
            int end = start + LINE - (Character.isHighSurrogate(line.charAt(start + LINE - 1)) ? 1 : 0);
            text.append(line, start, end).append("\r\n ");
            start = end;
        }
        text.append(line, start, line.length()).append("\r\n");
    }
}
