package io.jenkins.plugins.itgc.connect.calendar;

import org.jspecify.annotations.Nullable;

/** An event that matters but cannot be understood, or a calendar that is none. The message is a sentence. */
final class UnreadableEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableEvent(String sentence) {
        super(sentence);
    }

    UnreadableEvent(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
