package io.jenkins.plugins.itgc.gate;

/** An exception that says what is wrong as data, so that it can be said in the reader's language. */
public interface Worded {
    /** What is wrong, a sentence. */
    Message wording();

    /** What an exception says: as data where it keeps it so, else its message as it is. */
    static Message of(Throwable problem) {
        return problem instanceof Worded worded ? worded.wording() : Message.text(String.valueOf(problem.getMessage()));
    }
}
