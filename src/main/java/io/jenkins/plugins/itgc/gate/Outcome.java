package io.jenkins.plugins.itgc.gate;

/** The result of one rule, ordered from harmless to worst. */
public enum Outcome {
    /** The rule did not apply. */
    SKIPPED,
    /** The rule holds, on evidence. */
    PASS,
    /** The rule does not hold yet and may do so without anybody changing the code. */
    WAIT,
    /** The rule could not be judged; blocks. */
    UNKNOWN,
    /** The rule is broken. */
    REFUSE;

    /** The graver of the two: a group of rules is as bad as its worst rule. */
    public Outcome and(Outcome other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Whether a deploy is held up. */
    public boolean blocks() {
        return compareTo(PASS) > 0;
    }
}
