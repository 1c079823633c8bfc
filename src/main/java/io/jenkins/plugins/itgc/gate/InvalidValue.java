package io.jenkins.plugins.itgc.gate;

import org.jspecify.annotations.Nullable;

/** A value that makes no sense. Says so as data: its message is the sentence in English. */
public class InvalidValue extends IllegalArgumentException implements Worded {
    private static final long serialVersionUID = 1L;

    private final transient Message wording;

    /** @param wording what is wrong, a sentence */
    public InvalidValue(Message wording) {
        this(wording, null);
    }

    /**
     * @param wording what is wrong, a sentence
     * @param cause null for none
     */
    public InvalidValue(Message wording, @Nullable Throwable cause) {
        super(wording.english(), cause);
        this.wording = wording;
    }

    @Override
    public Message wording() {
        return wording;
    }
}
