package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.gate.Message;

/**
 * What became of an answer.
 *
 * @param taken whether it counts
 * @param answer for the person: what happened, or why not and what to do next
 */
public record Receipt(boolean taken, Message answer) {
    static Receipt taken(String code, Object... arguments) {
        return new Receipt(true, Message.of(code, arguments));
    }

    /** Nothing is recorded. */
    public static Receipt refused(String code, Object... arguments) {
        return new Receipt(false, Message.of(code, arguments));
    }

    /** In English, as consoles say it. */
    public String sentence() {
        return answer.english();
    }
}
