package io.jenkins.plugins.itgc.jenkins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.casc.misc.ConfiguredWithCode;
import io.jenkins.plugins.casc.misc.JenkinsConfiguredWithCodeRule;
import io.jenkins.plugins.casc.misc.junit.jupiter.WithJenkinsConfiguredWithCode;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.config.SharedLedgerEntry;
import io.jenkins.plugins.itgc.jenkins.watch.LedgerSeal;
import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A controller that is told to keep its ledger in PostgreSQL does, or says why not and opens no gate. */
@WithJenkinsConfiguredWithCode
class LedgerInPostgresTest {
    private static void place(String url, String credentials) {
        SharedLedgerEntry entry = new SharedLedgerEntry(url);
        entry.setStream("tokyo");
        entry.setCredentialsId(credentials);
        ItgcConfiguration.get().setLedger(entry);
    }

    private static void fails(String... parts) {
        assertThatExceptionOfType(LedgerFailure.class)
                .isThrownBy(() -> ItgcServices.get().ledger())
                .extracting(Throwable::getMessage)
                .asString()
                .contains(parts)
                .doesNotContain("s3cret");
    }

    @Test
    @ConfiguredWithCode("ledger.yaml")
    void keepsEntriesAndSignsThemUnderItsStream(JenkinsConfiguredWithCodeRule jenkins) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(5))
                .start()) {
            place("jdbc:postgresql://localhost:" + server.getPort() + "/postgres", "itgc-ledger");
            Ledger ledger = ItgcServices.get().ledger();
            ledger.append(new Draft("review.decided", "acme/orders@1", "jenkins", Map.of()));
            assertThat(LedgerSeal.get().notary().seal().orElseThrow().stream()).isEqualTo("tokyo");
            assertThat(LedgerSeal.get().notary().verify().signed()).isEqualTo(1);
            Path home = jenkins.jenkins.getRootDir().toPath();
            assertThat(home.resolve("itgc/ledger.db")).doesNotExist();
            assertThat(Files.readString(home.resolve("itgc/controller-id"))).hasSize(36);
            ledger.close();
        }
    }

    @Test
    @ConfiguredWithCode("ledger.yaml")
    void saysThatTheServerCannotBeReached(JenkinsConfiguredWithCodeRule jenkins) {
        assertThat(ItgcConfiguration.get().getLedger().getStream()).isEqualTo("tokyo");
        fails("jdbc:postgresql://localhost:1/ledger", "cannot be opened");
    }

    @Test
    @ConfiguredWithCode("ledger.yaml")
    void saysThatCredentialsOrAddressAreWrong(JenkinsConfiguredWithCodeRule jenkins) {
        place("jdbc:postgresql://localhost:1/ledger", "none");
        fails("credentials \"none\"");
        place("jdbc:mysql://localhost/ledger", "itgc-ledger");
        fails("must begin with jdbc:postgresql://");
    }
}
