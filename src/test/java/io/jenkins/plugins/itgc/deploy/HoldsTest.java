package io.jenkins.plugins.itgc.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.itgc.TurnedClock;
import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HoldsTest {
    private static final Instant NOW = Instant.parse("2026-10-01T12:00:00Z");
    private static final DeployTarget PAYMENTS = new DeployTarget("payments", "production");

    @TempDir
    Path folder;

    private final TurnedClock clock = new TurnedClock();
    private Ledger ledger;
    private Holds holds;

    @BeforeEach
    void open() {
        ledger = SqliteLedger.open(folder.resolve("ledger.db"), clock);
        holds = new Holds(ledger, clock);
    }

    private static Hold hold(String service, Instant until) {
        return new Hold("production", service, "mia", "Incident 42", until);
    }

    @Test
    void stopsEveryServiceOfAnEnvironment() {
        holds.place(hold(null, null));

        assertThat(holds.of(Requests.ORDERS)).isPresent();
        assertThat(holds.of(PAYMENTS)).isPresent();
        assertThat(holds.of(Requests.STAGING)).isEmpty();
    }

    @Test
    void stopsOneServiceOnly() {
        holds.place(hold("orders", null));

        assertThat(holds.of(Requests.ORDERS)).isPresent();
        assertThat(holds.of(PAYMENTS)).isEmpty();
    }

    @Test
    void endsWhenItsTimeIsOver() {
        holds.place(hold(null, NOW.plusSeconds(60)));

        clock.turn(Duration.ofSeconds(59));
        assertThat(holds.of(Requests.ORDERS)).isPresent();
        clock.turn(Duration.ofSeconds(1));
        assertThat(holds.of(Requests.ORDERS)).isEmpty();
    }

    @Test
    void endsWhenSomebodyReleasesIt() {
        holds.place(hold(null, null));

        assertThat(holds.release("production", "orders", "bob")).isFalse();
        assertThat(holds.release("production", null, "bob")).isTrue();
        assertThat(holds.release("production", null, "bob")).isFalse();
        assertThat(holds.all()).isEmpty();
        assertThat(ledger.entries(0, 10)).hasSize(2).last().satisfies(entry -> assertThat(entry.actor())
                .isEqualTo("user bob"));
    }

    @Test
    void aLaterHoldReplacesAnEarlierOne() {
        holds.place(hold(null, NOW.plusSeconds(60)));
        holds.place(hold(null, null));

        clock.turn(Duration.ofHours(1));

        assertThat(holds.all()).hasSize(1);
    }

    @Test
    void showsTheHoldThatLastsLongest() {
        holds.place(hold("orders", NOW.plusSeconds(60)));
        holds.place(hold(null, null));

        assertThat(holds.of(Requests.ORDERS)).map(Hold::until).isEmpty();
        assertThat(holds.of(Requests.ORDERS)).map(Hold::name).contains("production");
    }

    @Test
    void areRememberedOverARestart() {
        holds.place(hold("orders", NOW.plusSeconds(60)));

        assertThat(new Holds(ledger, clock).all()).isEqualTo(holds.all());
    }

    @Test
    void blockWhenTheyCannotBeUnderstood() {
        ledger.append(new Draft("hold.placed", "production", "user mia", Map.of("until", "tomorrow")));

        assertThatExceptionOfType(LedgerFailure.class).isThrownBy(() -> holds.of(Requests.ORDERS));
    }
}
