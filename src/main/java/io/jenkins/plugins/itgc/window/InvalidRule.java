package io.jenkins.plugins.itgc.window;

import io.jenkins.plugins.itgc.gate.InvalidValue;
import io.jenkins.plugins.itgc.gate.Message;

/** A rule that cannot be read. The message quotes it and shows one that can. */
public class InvalidRule extends InvalidValue {
    private static final long serialVersionUID = 1L;

    /**
     * @param text the rule as it was written
     * @param problem why it cannot be read, as the middle of a sentence
     */
    public InvalidRule(String text, Message problem) {
        super(Message.of("window.text.invalid", text, problem));
    }
}
