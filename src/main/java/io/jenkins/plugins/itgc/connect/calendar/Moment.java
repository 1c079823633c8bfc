package io.jenkins.plugins.itgc.connect.calendar;

import io.jenkins.plugins.itgc.window.WallClock;
import java.time.Instant;
import java.time.LocalDateTime;

/**
 * A time as an event gives it.
 *
 * @param local what the clocks show; midnight for a whole day
 * @param clock whose clocks; the calendar's own for a whole day and for a floating time
 * @param wholeDay whether only the day was given
 */
record Moment(LocalDateTime local, WallClock clock, boolean wholeDay) {
    Instant instant() {
        return clock.instant(local);
    }

    Moment at(LocalDateTime other) {
        return new Moment(other, clock, wholeDay);
    }
}
