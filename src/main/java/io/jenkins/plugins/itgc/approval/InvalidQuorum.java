package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.gate.InvalidValue;
import io.jenkins.plugins.itgc.gate.Message;

/** A quorum cannot be understood; the message quotes it and says why. */
public class InvalidQuorum extends InvalidValue {
    private static final long serialVersionUID = 1L;

    /**
     * @param text the quorum as it was written
     * @param problem what is wrong with it, as the middle of a sentence
     */
    public InvalidQuorum(String text, Message problem) {
        super(Message.of("approval.quorum.invalid", text, problem));
    }
}
