package io.jenkins.plugins.itgc.jenkins.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.AbortException;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.jenkins.credentials.WordedAbort;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Why a deploy ended is said in the reader's language where the gates said it, and as it is where something else did. */
class ReasonTest {
    private final WordedAbort refused =
            new WordedAbort(Message.of("deploy.ended.gate-failed", "deploy", Message.of("deploy.not-verified.what")));

    @Test
    void ofTheGatesIsKeptAsData() {
        assertThat(Reason.message(refused).english())
                .isEqualTo("deploy gate failed: The gates were not verified again.");
        assertThat(Reason.message(refused).in(Locale.JAPANESE)).isEqualTo("ゲート deploy を通過できませんでした: ゲートが再確認されていません。");
    }

    @Test
    void ofSomethingElseStays() {
        assertThat(Reason.message(new AbortException("script returned exit code 1")))
                .isEqualTo(Message.text("script returned exit code 1"));
    }

    @Test
    void isNeverLongerThanAPageShows() {
        WordedAbort endless = new WordedAbort(Message.of("deploy.ended.gate-failed", "deploy", "x".repeat(1000)));

        assertThat(Reason.message(endless).in(Locale.JAPANESE)).hasSize(500).endsWith("…");
    }

    @Test
    void staysInEnglishWhenThePipelineWasSavedAndReadAgain() throws Exception {
        ByteArrayOutputStream saved = new ByteArrayOutputStream();
        new ObjectOutputStream(saved).writeObject(refused);
        Throwable read = (Throwable) new ObjectInputStream(new ByteArrayInputStream(saved.toByteArray())).readObject();

        assertThat(Reason.message(read).in(Locale.JAPANESE))
                .isEqualTo("deploy gate failed: The gates were not verified again.");
    }
}
