package io.jenkins.plugins.itgc.ledger.attest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The ledger is verified once a day, and not at the very start. */
class VerifyingTimesTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private final VerifyingTimes times = new VerifyingTimes(NOW.minusSeconds(1));

    @Test
    void isDueADayAfterTheLastTime() {
        assertThat(times.due(NOW.minus(Duration.ofHours(23)), NOW)).isFalse();
        assertThat(times.due(NOW.minus(Duration.ofHours(24)), NOW)).isTrue();
    }

    @Test
    void isDueWhenItNeverWasAndWhenTheLastTimeIsYetToCome() {
        assertThat(times.due(null, NOW)).isTrue();
        assertThat(times.due(NOW.plusSeconds(60), NOW)).isTrue();
    }

    @Test
    void isNotDueInTheFirstMinutesAfterAStartAndIsWithinTheHour() {
        Random random = new Random(7);
        for (int start = 0; start < 200; start++) {
            VerifyingTimes after = VerifyingTimes.after(NOW, random);
            assertThat(after.due(null, NOW.plus(Duration.ofMinutes(5)).minusSeconds(1)))
                    .isFalse();
            assertThat(after.due(null, NOW.plus(Duration.ofMinutes(60)))).isTrue();
        }
        assertThat(VerifyingTimes.after(NOW, random)).isNotEqualTo(VerifyingTimes.after(NOW, random));
    }
}
