package io.jenkins.plugins.itgc.jenkins.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What entries must be to each other, which none of them can see alone. */
final class EntriesTogether {
    private EntriesTogether() {}

    /** @throws InvalidEntry when two have one name, an entry is not complete, or one comes after an unknown one */
    static void environments(List<EnvironmentEntry> entries) {
        List<String> names = entries.stream().map(EnvironmentEntry::getName).toList();
        eachOnce("environment", names);
        entries.forEach(EnvironmentEntry::check);
        for (EnvironmentEntry entry : entries) {
            String earlier = entry.earlierEnvironment();
            InvalidEntry.unless(
                    earlier == null || (names.contains(earlier) && !earlier.equals(entry.getName())),
                    entry.inWords(),
                    "deployAfter",
                    "there is no other environment \"" + earlier + "\"");
        }
    }

    /** @throws InvalidEntry when two have one name, or an entry is not complete */
    static void trackers(List<TrackerEntry> entries) {
        eachOnce("ticket tracker", entries.stream().map(TrackerEntry::getName).toList());
        entries.forEach(TrackerEntry::check);
    }

    /** @throws InvalidEntry when two have one name */
    static void calendars(List<CalendarEntry> entries) {
        eachOnce("calendar", entries.stream().map(CalendarEntry::getName).toList());
    }

    private static void eachOnce(String kind, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            InvalidEntry.unless(
                    seen.add(name),
                    "The " + kind + " \"" + name + "\"",
                    "name",
                    "there are two of this name; give each its own");
        }
    }
}
