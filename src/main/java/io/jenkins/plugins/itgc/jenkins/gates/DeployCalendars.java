package io.jenkins.plugins.itgc.jenkins.gates;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import io.jenkins.plugins.itgc.connect.calendar.CalendarCopy;
import io.jenkins.plugins.itgc.connect.calendar.CalendarSource;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.CalendarEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.credentials.CalendarConnection;
import io.jenkins.plugins.itgc.window.CalendarRule;
import io.jenkins.plugins.itgc.window.Calendars;
import io.jenkins.plugins.itgc.window.Span;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The copies of the configured calendars, which all builds share. */
@Extension
public class DeployCalendars implements ExtensionPoint, Calendars {
    private final Map<String, CalendarCopy> copies = new ConcurrentHashMap<>();

    /** The one of this controller. */
    public static DeployCalendars get() {
        return ExtensionList.lookupSingleton(DeployCalendars.class);
    }

    @Override
    public Copy read(CalendarRule calendar, Span span) throws EvidenceUnavailable, InterruptedException {
        return copy(entry(calendar.name())).read(calendar, span);
    }

    @Override
    public Copy atHand(CalendarRule calendar, Span span) {
        return ItgcConfiguration.get().getCalendars().stream()
                .filter(entry -> entry.getName().equals(calendar.name()))
                .findFirst()
                .map(entry -> copies.get(key(entry)))
                .map(copy -> copy.atHand(calendar, span))
                .orElse(null);
    }

    private static CalendarEntry entry(String name) throws EvidenceUnavailable {
        return ItgcConfiguration.get().getCalendars().stream()
                .filter(entry -> entry.getName().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new EvidenceUnavailable(Finding.of("window.calendar-unknown", name, null, name), null));
    }

    /** A calendar that was moved or is read with other credentials is another one. */
    CalendarCopy copy(CalendarEntry entry) throws EvidenceUnavailable {
        String key = key(entry);
        CalendarCopy known = copies.get(key);
        if (known == null) {
            CalendarSource source = CalendarConnection.connect(entry);
            known = copies.computeIfAbsent(
                    key, name -> new CalendarCopy(source, ItgcServices.get().clock()));
        }
        return known;
    }

    private static String key(CalendarEntry entry) {
        return entry.getName() + " " + entry.place() + " " + entry.getCredentialsId();
    }

    /** Something changed in a calendar: the next who asks reads it again. */
    public void forget() {
        copies.values().forEach(CalendarCopy::forget);
    }
}
