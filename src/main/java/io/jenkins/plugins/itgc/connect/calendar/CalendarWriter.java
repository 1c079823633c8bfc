package io.jenkins.plugins.itgc.connect.calendar;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Enters releases into a calendar. */
public interface CalendarWriter {
    /** Enters the release, or changes the entry that it has already. */
    void put(Release release) throws EvidenceUnavailable, InterruptedException;

    /**
     * A release as a calendar shows it.
     *
     * @param key tells releases apart, the same each time: digits and small letters
     * @param title what people read
     * @param text more about it; holds no secret
     * @param link its address; null for none
     * @param start when it begins
     * @param end when it is over
     */
    record Release(
            String key, String title, String text, @Nullable String link, Instant start, Instant end) {}
}
