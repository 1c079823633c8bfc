package io.jenkins.plugins.itgc.connect.calendar;

/** How many events a calendar may have. */
final class Events {
    /** More are not read: a calendar that large is not one that people keep. */
    static final int LIMIT = 20_000;

    private Events() {}

    static void requireFew(int count) {
        if (count > LIMIT) {
            throw new UnreadableEvent("The calendar has more than " + LIMIT + " events.");
        }
    }
}
