package io.jenkins.plugins.itgc.window;

import io.jenkins.plugins.itgc.gate.Message;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The date that a pull request plans: the line {@code Deploy-Date: 2026-11-25 10:00 Asia/Tokyo} of its description. */
public final class DeployDate {
    private static final Pattern LINE = Pattern.compile("(?im)^[ \\t]*Deploy-Date:[ \\t]*(.*?)[ \\t]*$");
    private static final Pattern FORM = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(?:[ T](\\d\\d:\\d\\d))?\\s+(\\S+)");

    private DeployDate() {}

    /** What the lines of a description say, as they were written. */
    public static List<String> lines(String body) {
        return LINE.matcher(body.replace("\r", ""))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** @throws InvalidRule when it is no date with a zone */
    public static Instant parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new InvalidRule(text, Message.of("window.text.no-date"));
        }
        ZoneId zone = RuleText.zone(form.group(3), text);
        try {
            LocalDateTime local =
                    LocalDateTime.parse(form.group(1) + "T" + (form.group(2) == null ? "00:00" : form.group(2)));
            return new WallClock(zone.getRules()).instant(local);
        } catch (DateTimeException e) {
            throw new InvalidRule(text, Message.of("window.text.no-such-date"));
        }
    }

    /**
     * Adds what a pull request plans, or why that cannot be read.
     *
     * @param withoutDate the pull request; what date it has is not looked at
     */
    public static void read(
            PlannedRelease withoutDate, String body, List<PlannedRelease> planned, List<Message> unreadable) {
        for (String line : lines(body)) {
            try {
                planned.add(new PlannedRelease(
                        withoutDate.pullRequest(), withoutDate.title(), withoutDate.link(), parse(line), line));
            } catch (InvalidRule e) {
                unreadable.add(Message.of("window.part.no-date", withoutDate.pullRequest(), line));
            }
        }
    }
}
