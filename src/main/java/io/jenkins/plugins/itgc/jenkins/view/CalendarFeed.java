package io.jenkins.plugins.itgc.jenkins.view;

import io.jenkins.plugins.itgc.ledger.projection.Deploy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Deploys as a calendar (RFC 5545), in UTC. */
final class CalendarFeed {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LINE = 73;

    private final StringBuilder text = new StringBuilder();

    private CalendarFeed() {}

    static String of(String root, List<Deploy> deploys) {
        CalendarFeed feed = new CalendarFeed();
        feed.line("BEGIN:VCALENDAR");
        feed.line("VERSION:2.0");
        feed.line("PRODID:-//itgc-deploy-gates//deploys//EN");
        deploys.forEach(deploy -> feed.event(root, deploy));
        feed.line("END:VCALENDAR");
        return feed.text.toString();
    }

    private void event(String root, Deploy deploy) {
        Instant start = deploy.startedAt() == null ? deploy.requestedAt() : deploy.startedAt();
        Instant end = deploy.finishedAt() == null ? start : deploy.finishedAt();
        line("BEGIN:VEVENT");
        line("UID:deploy-" + deploy.id() + "@" + Integer.toHexString(root.hashCode()) + ".itgc-deploy-gates");
        line("DTSTAMP:" + TIME.format(end));
        line("DTSTART:" + TIME.format(start));
        line("DTEND:" + TIME.format(end));
        line("SUMMARY:" + escaped(Feed.title(deploy)));
        line("URL:" + Feed.link(root, deploy).replaceAll("\\p{Cntrl}", ""));
        StringBuilder description = new StringBuilder();
        deploy.body().pullRequests().forEach(pullRequest -> description
                .append('#')
                .append(pullRequest.number())
                .append(' ')
                .append(pullRequest.title())
                .append('\n'));
        line("DESCRIPTION:" + escaped(description.toString().strip()));
        line("END:VEVENT");
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\r\n|[\r\n\u0085\u2028\u2029]", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    /** Lines are folded at 75 octets, never inside a character. */
    private void line(String content) {
        int octets = 0;
        for (int i = 0; i < content.length(); ) {
            int point = content.codePointAt(i);
            String character = Character.toString(point);
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(character);
            octets += size;
            i += Character.charCount(point);
        }
        text.append("\r\n");
    }
}
