package io.jenkins.plugins.itgc.connect.calendar;

import java.time.Instant;
import java.util.List;

/** A release as iCalendar text. */
final class IcsRelease {
    /** What the UIDs of releases that the gates enter end with. */
    static final String UID = "@itgc-deploy-gates";

    private IcsRelease() {}

    static String text(CalendarWriter.Release release, Instant now) {
        return IcsWriter.text(
                "-//itgc-deploy-gates//EN",
                List.of(new IcsWriter.Entry(
                        release.key() + UID,
                        now,
                        release.start(),
                        release.end(),
                        release.title(),
                        release.text(),
                        release.link())));
    }
}
