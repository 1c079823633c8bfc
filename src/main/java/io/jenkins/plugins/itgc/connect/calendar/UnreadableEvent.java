package io.jenkins.plugins.itgc.connect.calendar;

import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.Worded;
import org.jspecify.annotations.Nullable;

/** An event that matters but cannot be understood, or a calendar that is none. */
final class UnreadableEvent extends RuntimeException implements Worded {
    private static final long serialVersionUID = 1L;

    private final transient Message wording;

    UnreadableEvent(Message wording) {
        this(wording, null);
    }

    UnreadableEvent(Message wording, @Nullable Throwable cause) {
        super(wording.english(), cause);
        this.wording = wording;
    }

    @Override
    public Message wording() {
        return wording;
    }
}
