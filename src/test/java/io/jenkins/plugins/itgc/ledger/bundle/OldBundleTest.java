package io.jenkins.plugins.itgc.ledger.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.OldLedger;
import io.jenkins.plugins.itgc.ledger.attest.CheckpointFile;
import io.jenkins.plugins.itgc.ledger.attest.Notary;
import io.jenkins.plugins.itgc.ledger.attest.SigningKey;
import io.jenkins.plugins.itgc.ledger.attest.VerifyingKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bundle that is written now from an old ledger says what the bundle said that was exported then. */
class OldBundleTest {
    @TempDir
    Path folder;

    @BeforeEach
    void exportAnew() throws IOException {
        Path home = folder.resolve("home");
        try (Ledger ledger = OldLedger.open(home)) {
            SigningKey signing = SigningKey.generate();
            List<VerifyingKey> known =
                    new ArrayList<>(VerifyingKey.all(Files.readString(home.resolve("ledger-keys.pem"))));
            known.add(signing.publicPart());
            CheckpointFile checkpoints = new CheckpointFile(home.resolve("checkpoints.jsonl"));
            Notary notary = new Notary("main", ledger, checkpoints, new Notary.Keys(signing, known), OldLedger.CLOCK);
            new BundleWriter(ledger, notary, OldLedger.CLOCK).write(Files.createDirectories(anew()));
        }
    }

    private Path anew() {
        return folder.resolve("bundle");
    }

    private static String then(String name) throws IOException {
        try (Bundle bundle = Bundle.of(OldLedger.file("bundle.zip"))) {
            return new String(bundle.open(name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String now(String name) throws IOException {
        return Files.readString(anew().resolve(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploys.csv", "evidence.csv", "exceptions.csv"})
    void hasTheSameTables(String table) throws IOException {
        assertThat(now(table)).isEqualTo(then(table)).hasLineCount((int)
                then(table).lines().count());
        assertThat(then(table).lines()).hasSizeGreaterThan(10);
    }

    /** But for the one that was appended after the export. */
    @Test
    void hasTheSameEntries() throws IOException {
        List<String> lines = now("entries.jsonl").lines().toList();
        assertThat(lines.subList(0, lines.size() - 1))
                .isEqualTo(then("entries.jsonl").lines().toList());
    }

    @Test
    void attestsTheSame() throws IOException {
        assertThat(statements(now("attestations.jsonl")))
                .isEqualTo(statements(then("attestations.jsonl")))
                .hasSizeGreaterThan(20);
    }

    private static List<JsonNode> statements(String envelopes) {
        return envelopes.lines().map(OldBundleTest::statement).toList();
    }

    private static JsonNode statement(String envelope) {
        try {
            String payload =
                    new ObjectMapper().readTree(envelope).path("payload").asText();
            return new ObjectMapper().readTree(Base64.getDecoder().decode(payload));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void findsTheBodiesThatWereMovedInTheirArchives() throws IOException {
        List<Path> archives;
        try (Stream<Path> files = Files.list(OldLedger.file("ledger/archive"))) {
            archives = files.sorted().toList();
        }
        try (Bundle bundle = Bundle.of(anew())) {
            assertThat(ArchiveCheck.check(bundle, archives)).isEmpty();
            assertThat(ArchiveCheck.check(bundle, archives.subList(0, 1)))
                    .singleElement()
                    .asString()
                    .contains("none of the");
        }
    }
}
