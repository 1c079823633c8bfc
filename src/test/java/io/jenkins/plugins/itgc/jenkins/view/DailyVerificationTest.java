package io.jenkins.plugins.itgc.jenkins.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.ExtensionList;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.jenkins.watch.LedgerAlarm;
import io.jenkins.plugins.itgc.ledger.attest.VerifyingTimes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

/** The controller verifies its whole ledger by itself, remembers what came of it, and raises an alarm when it is not intact. */
class DailyVerificationTest {
    private static final VerifyingTimes TIMES = new VerifyingTimes(Instant.EPOCH);
    private static final Logger LOG = Logger.getLogger(Audit.class.getName());

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<LogRecord> logged = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOG.addHandler(handler);
    }

    @AfterEach
    void listenNoMore() {
        LOG.removeHandler(handler);
    }

    private void rounds(Duration later, String state) {
        ExtensionList<LedgerAlarm> alarms = ExtensionList.lookup(LedgerAlarm.class);
        if (alarms.stream().noneMatch(alarm -> alarm instanceof Listening)) {
            alarms.add(new Listening(told));
        }
        DailyVerification.round(TIMES, Instant.now().plus(later));
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(Audit.get().state().state()).isEqualTo(state));
    }

    private record Listening(List<String> told) implements LedgerAlarm {
        @Override
        public void notWhole(Message what) {
            told.add(what.english());
        }
    }

    private void tamper(String statement) throws Exception {
        Path ledger = sessions.getHome().toPath().resolve("itgc").resolve("ledger.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + ledger);
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    @Test
    void verifiesOnceADayAndRemembersTheOutcomeOverARestart() throws Throwable {
        Instant[] at = new Instant[1];
        sessions.then(jenkins -> {
            rounds(Duration.ZERO, "never");
            DeployLedger.deploy("orders", "Refund", "https://github.com/acme/orders/pull/12");
            rounds(Duration.ZERO, "intact");
            at[0] = Audit.get().state().at();
        });
        sessions.then(jenkins -> {
            assertThat(Audit.get().state().entries()).isEqualTo(3);
            assertThat(Audit.get().state().at()).isEqualTo(at[0]);
            rounds(Duration.ofHours(23), "intact");
            assertThat(Audit.get().state().at()).isEqualTo(at[0]);
            DailyVerification.round(TIMES, Instant.now().plus(Duration.ofHours(25)));
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(Audit.get().state().at()).isAfter(at[0]));
        });
        assertThat(told).isEmpty();
    }

    @Test
    void tellsOfAFaultEachDayUntilItIsMended() throws Throwable {
        sessions.then(jenkins -> {
            DeployLedger.deploy("orders", "Refund", "https://github.com/acme/orders/pull/12");
            tamper("UPDATE entry SET body = '' WHERE sequence = 2");
            rounds(Duration.ZERO, "broken");
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(told).hasSize(1));
            Audit.get().begin(Audit.Occasion.ASKED);
            rounds(Duration.ofHours(1), "broken");
            rounds(Duration.ofHours(25), "broken");
            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(told).hasSize(2));
        });
        assertThat(told).allSatisfy(what -> assertThat(what)
                .startsWith("The ledger is not intact. Entry 2 was changed")
                .endsWith("compare the ledger with a backup."));
        assertThat(logged).extracting(LogRecord::getLevel).contains(Level.SEVERE);
    }

    @Test
    void verifiesAgainWhereTheOutcomeCannotBeRead() throws Throwable {
        sessions.then(jenkins -> {
            DeployLedger.deploy("orders", "Refund", "https://github.com/acme/orders/pull/12");
            rounds(Duration.ZERO, "intact");
        });
        Path file = sessions.getHome().toPath().resolve("itgc").resolve("verification.json");
        Files.writeString(file, Files.readString(file).substring(0, 20));
        sessions.then(jenkins -> {
            assertThat(Audit.get().state().state()).isEqualTo("never");
            rounds(Duration.ZERO, "intact");
        });
    }
}
