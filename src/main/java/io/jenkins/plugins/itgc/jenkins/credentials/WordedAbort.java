package io.jenkins.plugins.itgc.jenkins.credentials;

import hudson.AbortException;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.Worded;

/** Ends a step, in English on its console; elsewhere it is said in the reader's language. */
public final class WordedAbort extends AbortException implements Worded {
    private static final long serialVersionUID = 1L;

    /** Null once a pipeline was saved and read again: then the English stays. */
    private final transient Message wording;

    /** @param wording what is wrong and what to do, in one or two sentences */
    public WordedAbort(Message wording) {
        super(wording.english());
        this.wording = wording;
    }

    @Override
    public Message wording() {
        return wording == null ? Message.text(String.valueOf(getMessage())) : wording;
    }
}
