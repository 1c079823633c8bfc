package io.jenkins.plugins.itgc.connect.http;

/** An answer is not of the form that the system documents. The message repeats nothing of the answer. */
public class MalformedAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param where path of the resource, with the way to the value in it
     * @param what is wrong there, such as "no text"
     */
    public MalformedAnswer(String where, String what) {
        super(what + " at " + where);
    }
}
