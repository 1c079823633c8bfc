package io.jenkins.plugins.itgc.connect.calendar;

import com.google.api.client.http.HttpResponse;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.calendar.Calendar;
import com.google.api.services.calendar.model.Event;
import com.google.api.services.calendar.model.Events;
import io.jenkins.plugins.itgc.gate.Message;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One calendar through Google's own client. */
public final class GoogleEvents {
    private static final int PAGE = 250;
    private static final int MOST_PAGES = 80;
    private static final int LARGEST_PAGE = 16 * 1024 * 1024;

    private final Calendar client;
    private final String calendarId;

    /**
     * @param client with the credentials to use
     * @param calendarId as Google names the calendar; often an e-mail address
     */
    public GoogleEvents(Calendar client, String calendarId) {
        this.client = client;
        this.calendarId = calendarId;
    }

    /**
     * What was read.
     *
     * @param items events, cancelled ones too
     * @param syncToken to read what changes after this
     * @param date the Date header of the last page
     */
    record Pages(List<Event> items, String syncToken, String date) {}

    /** @param syncToken null to read everything */
    Pages read(@Nullable String syncToken) throws IOException {
        List<Event> items = new ArrayList<>();
        String token = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            HttpResponse response = client.events()
                    .list(calendarId)
                    .setMaxResults(PAGE)
                    .setSingleEvents(false)
                    .setSyncToken(syncToken)
                    .setPageToken(token)
                    .executeUnparsed();
            Events events = parsed(response);
            items.addAll(events.getItems() == null ? List.of() : events.getItems());
            token = events.getNextPageToken();
            if (token == null) {
                return new Pages(
                        items, events.getNextSyncToken(), response.getHeaders().getDate());
            }
        }
        throw new UnreadableEvent(Message.of("connect.calendar.too-many", PAGE * MOST_PAGES));
    }

    private static Events parsed(HttpResponse response) throws IOException {
        try {
            byte[] body = response.getContent().readNBytes(LARGEST_PAGE + 1);
            if (body.length > LARGEST_PAGE) {
                throw new UnreadableEvent(Message.of("connect.calendar.too-large"));
            }
            return GsonFactory.getDefaultInstance()
                    .createJsonParser(new ByteArrayInputStream(body))
                    .parseAndClose(Events.class);
        } finally {
            response.disconnect();
        }
    }

    void insert(Event entry) throws IOException {
        client.events().insert(calendarId, entry).execute();
    }

    void update(Event entry) throws IOException {
        client.events().update(calendarId, entry.getId(), entry).execute();
    }
}
