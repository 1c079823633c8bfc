package io.jenkins.plugins.itgc.connect.http;

import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.Worded;

/** An answer is not of the form that the system documents. The message repeats nothing of the answer. */
public class MalformedAnswer extends RuntimeException implements Worded {
    private static final long serialVersionUID = 1L;

    private final transient Message wording;

    /**
     * @param where path of the resource, with the way to the value in it
     * @param what is wrong there, such as "no text"
     */
    public MalformedAnswer(String where, Message what) {
        this(Message.of("connect.answer.at", what, where));
    }

    /**
     * @param where what it is that was to be read
     * @param what is wrong there, such as "no text"
     */
    public MalformedAnswer(Message where, Message what) {
        this(Message.of("connect.answer.at", what, where));
    }

    private MalformedAnswer(Message wording) {
        super(wording.english());
        this.wording = wording;
    }

    @Override
    public Message wording() {
        return wording;
    }
}
