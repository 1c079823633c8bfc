package io.jenkins.plugins.itgc.connect.calendar;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.services.calendar.model.Event.ExtendedProperties;
import com.google.api.services.calendar.model.EventDateTime;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A calendar of Google. After the first time only what changed is read, until Google wants everything read again. */
public final class GoogleSource implements CalendarSource {
    private static final int GONE = 410;
    private static final int NOT_FOUND = 404;

    private final GoogleEvents events;
    private final GoogleProblems problems;
    private final Clock clock;

    /** What was read, by Google's own id; replaced as a whole, and only when all of a reading succeeded. */
    private Map<String, Event> known = Map.of();

    /**
     * @param events the calendar
     * @param name what the configuration calls it
     */
    public GoogleSource(GoogleEvents events, String name, Clock clock) {
        this.events = events;
        this.problems = new GoogleProblems(name);
        this.clock = clock;
    }

    @Override
    public Loaded load(@Nullable Loaded previous) throws EvidenceUnavailable, InterruptedException {
        try {
            return previous == null || previous.mark() == null ? everything() : changes(previous.mark());
        } catch (IOException e) {
            throw problems.of(e);
        } catch (UnreadableEvent e) {
            throw problems.unreadable(e);
        }
    }

    private Loaded changes(String token) throws IOException {
        try {
            return merged(new HashMap<>(known), token);
        } catch (GoogleJsonResponseException e) {
            if (e.getStatusCode() != GONE) {
                throw e;
            }
            return everything();
        }
    }

    private Loaded everything() throws IOException {
        return merged(new HashMap<>(), null);
    }

    private Loaded merged(Map<String, Event> all, @Nullable String token) throws IOException {
        Skew skew = Skew.begin(clock);
        GoogleEvents.Pages pages = events.read(token);
        for (com.google.api.services.calendar.model.Event item : pages.items()) {
            // A cancelled occurrence stays, since it takes one away; any other cancelled event is gone.
            if ("cancelled".equals(item.getStatus()) && item.getRecurringEventId() == null) {
                all.remove(item.getId());
                all.values().removeIf(event -> event.uid().equals(item.getId()));
            } else {
                all.put(item.getId(), GoogleEvent.read(item));
            }
        }
        Events.requireFew(all.size());
        known = all;
        return new Loaded(List.copyOf(all.values()), pages.syncToken(), skew.of(pages.date(), "0"));
    }

    @Override
    public CalendarWriter writer() {
        return release -> {
            try {
                com.google.api.services.calendar.model.Event entry = entry(release);
                if (!updated(entry)) {
                    events.insert(entry);
                }
            } catch (IOException e) {
                throw problems.of(e);
            }
        };
    }

    private boolean updated(com.google.api.services.calendar.model.Event entry) throws IOException {
        try {
            events.update(entry);
            return true;
        } catch (GoogleJsonResponseException e) {
            if (e.getStatusCode() == NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    private static com.google.api.services.calendar.model.Event entry(CalendarWriter.Release release) {
        com.google.api.services.calendar.model.Event entry = new com.google.api.services.calendar.model.Event()
                .setId(GoogleEvent.RELEASE + release.key())
                .setSummary(release.title())
                .setDescription(release.link() == null ? release.text() : release.text() + "\n" + release.link())
                .setTransparency("transparent")
                .setExtendedProperties(new ExtendedProperties().setPrivate(Map.of("itgc", "release")));
        entry.setStart(time(release.start()));
        entry.setEnd(time(release.end()));
        return entry;
    }

    private static EventDateTime time(java.time.Instant instant) {
        return new EventDateTime().setDateTime(new com.google.api.client.util.DateTime(instant.toEpochMilli(), 0));
    }
}
