package io.jenkins.plugins.itgc.ledger.attest;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.bundle.SampleLedger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A checkpoint is made soon after a deploy, once a day when there is something new, and not for nothing. */
class SealingTimesTest {
    @TempDir
    Path folder;

    private SampleLedger sample;

    @BeforeEach
    void open() {
        sample = new SampleLedger(folder);
    }

    private boolean due(Duration later) throws CheckpointChain.Broken {
        Instant now = SampleLedger.CLOCK.instant().plus(later);
        return new SealingTimes(Duration.ofDays(1)).due(sample.notary.checkpoints(), sample.ledger, now);
    }

    private void append(String kind) {
        sample.ledger.append(new Draft(kind, "orders in production", "jenkins", Map.of()));
    }

    @Test
    void isNotDueWhileThereIsNothingNew() throws Exception {
        assertThat(due(Duration.ZERO)).isFalse();
        append("review.decided");
        assertThat(due(Duration.ZERO)).isTrue();
        sample.notary.seal();
        assertThat(due(Duration.ofDays(30))).isFalse();
    }

    @Test
    void isDueAfterADeployEndedAndOtherwiseOnceADay() throws Exception {
        append("review.decided");
        sample.notary.seal();
        append("deploy.started");
        assertThat(due(Duration.ofHours(23))).isFalse();
        assertThat(due(Duration.ofHours(24))).isTrue();
        append("deploy.failed");
        assertThat(due(Duration.ZERO)).isTrue();
    }
}
