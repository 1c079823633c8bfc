package io.jenkins.plugins.itgc.connect.calendar;

import io.jenkins.plugins.itgc.gate.Message;

/** How many events a calendar may have. */
final class Events {
    /** More are not read: a calendar that large is not one that people keep. */
    static final int LIMIT = 20_000;

    private Events() {}

    static void requireFew(int count) {
        if (count > LIMIT) {
            throw new UnreadableEvent(Message.of("connect.calendar.too-many", LIMIT));
        }
    }
}
