package io.jenkins.plugins.itgc.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clocks count nanoseconds; sentences do not. */
class TimeTextTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S, 0s",
        "PT0.4S, 0s",
        "PT45S, 45s",
        "PT1M30.123456789S, 1m30s",
        "PT59.6S, 1m",
        "PT30M, 30m",
        "PT59M59.9S, 1h",
        "PT1H30M, 1h30m",
        "PT2H4M31S, 2h5m",
        "PT36H, 36h",
        "PT47H59M59S, 2d",
        "P7D, 7d",
        "PT50H31M, 2d3h",
        "PT-1M-30.2S, -1m30s"
    })
    void saysALengthAsPeopleDo(Duration length, String said) {
        assertThat(TimeText.of(length)).isEqualTo(said);
    }

    @Test
    void saysATimeToTheSecond() {
        assertThat(TimeText.of(Instant.parse("2026-11-23T17:00:00.999999999Z"))).isEqualTo("2026-11-23T17:00:00Z");
    }

    @Test
    void messagesSayTimesAndLengthsAlike() {
        assertThat(Message.of("gate.text", Instant.parse("2026-11-23T17:00:59.123456789Z"))
                        .english())
                .isEqualTo("2026-11-23T17:00:59Z");
        assertThat(Message.of("gate.text", Duration.ofNanos(90_123_456_789L)).english())
                .isEqualTo("1m30s");
    }
}
