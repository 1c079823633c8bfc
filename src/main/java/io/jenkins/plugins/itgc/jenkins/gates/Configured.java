package io.jenkins.plugins.itgc.jenkins.gates;

import hudson.AbortException;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.Worded;
import io.jenkins.plugins.itgc.jenkins.credentials.WordedAbort;
import io.jenkins.plugins.itgc.review.policy.InvalidPolicy;
import java.io.IOException;

/** Does what needs the controller's configuration, and says in a sentence what is wrong with it. */
public final class Configured {
    private Configured() {}

    /** Something that reads the configuration. */
    public interface Work<T> {
        /**
         * Does it.
         *
         * @throws IllegalArgumentException when the configuration or the pipeline is wrong; the sentence becomes the
         *     build's error
         */
        T done() throws IOException, InterruptedException;
    }

    /** @throws AbortException when the configuration, or what the pipeline says, is not of the right form */
    public static <T> T by(Work<T> work) throws IOException, InterruptedException {
        try {
            return work.done();
        } catch (InvalidPolicy e) {
            throw new WordedAbort(Message.of("review.policy.correct-it", e.wording()));
        } catch (IllegalArgumentException e) {
            throw new WordedAbort(Worded.of(e));
        }
    }
}
