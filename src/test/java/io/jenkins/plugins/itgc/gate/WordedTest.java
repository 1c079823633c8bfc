package io.jenkins.plugins.itgc.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** An exception is said in the reader's language where it can be, and as it is where not. */
class WordedTest {
    private static final class Unmet extends RuntimeException implements Worded {
        private static final long serialVersionUID = 1L;

        @Override
        public Message wording() {
            return Message.of("gate.reason.not-met", "Ticket");
        }
    }

    @Test
    void keepsItsSentenceAsData() {
        assertThat(Worded.of(new Unmet()).in(Locale.JAPANESE)).isEqualTo("満たしていないルール: Ticket。");
    }

    @Test
    void isWhatItsMessageSaysOtherwise() {
        assertThat(Worded.of(new IllegalStateException("Broken."))).isEqualTo(Message.text("Broken."));
        assertThat(Worded.of(new IllegalStateException())).isEqualTo(Message.text("null"));
    }
}
