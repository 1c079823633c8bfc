package io.jenkins.plugins.itgc.ledger.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.ledger.event.LedgerEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies move to an archive, nothing is lost, and both sides still verify. */
class ArchiveTest {
    @TempDir
    Path folder;

    private SampleLedger sample;
    private Archive archive;

    @BeforeEach
    void fill() {
        sample = new SampleLedger(folder).deploy(1).deploy(2);
        archive = new Archive(sample.ledger, folder.resolve("archive"));
    }

    private static Instant later() {
        return SampleLedger.CLOCK.instant().plus(Duration.ofDays(1));
    }

    private Path moved() {
        LedgerEvent.Bodies archived = archive.move(later(), Actor.user("admin")).orElseThrow();
        return folder.resolve("archive").resolve(archived.file());
    }

    private List<String> check(Path... archives) throws IOException {
        try (Bundle bundle = Bundle.of(sample.bundle(folder.resolve("bundle" + System.nanoTime())))) {
            assertThat(BundleVerifier.verify(bundle, BundleVerifier.Witness.NONE)
                            .problems())
                    .isEmpty();
            return ArchiveCheck.check(bundle, List.of(archives));
        }
    }

    @Test
    void movesTheBodiesOfRulingsAndStaysWhole() throws Exception {
        sample.notary.seal();
        Entry before = sample.ledger.entry(1).orElseThrow();
        Path file = moved();
        Entry after = sample.ledger.entry(1).orElseThrow();
        assertThat(after.archived()).isTrue();
        assertThat(after.hash()).isEqualTo(before.hash());
        assertThat(sample.ledger.entry(2).orElseThrow().archived()).isFalse();
        assertThat(sample.notary.verify().intact()).isTrue();
        assertThat(EntryLine.read(Files.readAllLines(file).get(0))).isEqualTo(before);
        assertThat(Files.readAllLines(file)).hasSize(4);
        assertThat(check(file)).isEmpty();
        assertThat(sample.deploy(3).notary.verify().intact()).isTrue();
    }

    @Test
    void movesOnlyWhatIsOldAndEachOnce() {
        assertThat(archive.move(SampleLedger.CLOCK.instant(), Actor.user("admin")))
                .isEmpty();
        assertThat(folder.resolve("archive")).isEmptyDirectory();
        moved();
        assertThat(archive.move(later(), Actor.user("admin"))).isEmpty();
        sample.deploy(3);
        assertThat(archive.move(later(), Actor.user("admin")).orElseThrow().bodies())
                .isEqualTo(2);
        assertThat(sample.ledger.verify().intact()).isTrue();
    }

    @Test
    void findsAnyChangeOfAnArchive() throws IOException {
        Path file = moved();
        String text = Files.readString(file);
        for (String changed : List.of(
                text.replaceFirst("pass", "Pass"),
                text.replaceFirst("\\n", ""),
                text.substring(text.indexOf('\n') + 1),
                text + text,
                text.replaceFirst("acme/orders@", "acme/orders#"))) {
            Files.writeString(file, changed);
            assertThat(check(file)).as(changed.substring(0, 40)).isNotEmpty();
        }
        Path otherHome = Files.createDirectory(folder.resolve("other"));
        SampleLedger other = new SampleLedger(otherHome).deploy(7);
        new Archive(other.ledger, otherHome).move(later(), Actor.user("admin"));
        try (var files = Files.list(otherHome)) {
            Path foreign = files.filter(name -> name.toString().contains("bodies"))
                    .findFirst()
                    .orElseThrow();
            assertThat(check(foreign)).anyMatch(problem -> problem.contains("entry 1"));
        }
    }

    @Test
    void aBodyThatIsGoneWithoutAnArchiveIsAFault() throws SQLException {
        blank(3);
        assertThat(sample.ledger.verify().firstFault().orElseThrow().sequence()).isEqualTo(3);
        assertThatExceptionOfType(LedgerFailure.class)
                .isThrownBy(() -> archive.move(later(), Actor.user("admin")))
                .withMessageContaining("Nothing is archived");
    }

    private void blank(long sequence) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("ledger.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE entry SET body = '' WHERE sequence = " + sequence);
        }
    }

    private void findsAt(long sequence) throws IOException {
        assertThat(sample.ledger.verify().firstFault().orElseThrow().sequence()).isEqualTo(sequence);
        try (Bundle bundle = Bundle.of(sample.bundle(folder.resolve("bundle" + System.nanoTime())))) {
            assertThat(BundleVerifier.verify(bundle, BundleVerifier.Witness.NONE)
                            .problems())
                    .anyMatch(problem -> problem.startsWith("Entry " + sequence));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 5, 7, 12})
    void anArchiveExcusesNoMissingBodyOfAnotherKindBetweenThoseThatItTook(long sequence) throws Exception {
        moved();
        blank(sequence);
        findsAt(sequence);
    }

    @Test
    void anArchiveExcusesNoMissingBodyOfTheRightKindThatItDidNotTake() throws Exception {
        SampleLedger.CLOCK.turn(Duration.ofDays(3));
        sample.deploy(3);
        SampleLedger.CLOCK.turn(Duration.ofDays(-3));
        sample.deploy(4);
        moved();
        assertThat(sample.ledger.entry(15).orElseThrow().archived()).isFalse();
        assertThat(sample.ledger.entry(22).orElseThrow().archived()).isTrue();
        assertThat(sample.ledger.verify().intact()).isTrue();
        blank(15);
        findsAt(15);
    }

    @Test
    void anArchiveOfAnEarlierVersionExcusesAsManyBodiesOfTheRightKindAsItTook() throws Exception {
        blank(1);
        blank(6);
        blank(8);
        Map<String, Object> said =
                Map.of("first", 1, "last", 13, "bodies", 3, "file", "bodies.jsonl", "sha256", "0".repeat(64));
        sample.ledger.append(new Draft("ledger.archived", "ledger", "user admin", said));
        assertThat(sample.ledger.verify().intact()).isTrue();
        blank(12);
        findsAt(12);
    }

    @Test
    void anArchiveOfAnEarlierVersionExcusesNoMoreBodiesThanItTook() throws Exception {
        blank(1);
        blank(6);
        Map<String, Object> said =
                Map.of("first", 1, "last", 8, "bodies", 2, "file", "bodies.jsonl", "sha256", "0".repeat(64));
        sample.ledger.append(new Draft("ledger.archived", "ledger", "user admin", said));
        assertThat(sample.ledger.verify().intact()).isTrue();
        blank(8);
        findsAt(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-13", "1,6,8,13,12", "1,3,6,8", "", "all"})
    void excusesNothingByAListThatIsNotTheOneOfAMove(String entries) throws Exception {
        blank(3);
        sample.ledger.append(new Draft(
                "ledger.archived", "ledger", "mallory", new LedgerEvent.Bodies(1, 13, 4, entries, "file", "0")));
        findsAt(3);
    }

    @Test
    void findsThatABodyIsInNoneOfTheArchivesThatWereGiven() throws Exception {
        Path first = moved();
        sample.deploy(3);
        Path second = moved();
        assertThat(check(first, second)).isEmpty();
        assertThat(check(first)).singleElement().asString().contains("2 entries", ": 16,21.");
        assertThat(check(second)).singleElement().asString().contains("4 entries", ": 1,6,8,13.");
    }

    @Test
    void leavesEverythingWhenTheArchiveCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("archive"), "in the way");
        assertThatExceptionOfType(LedgerFailure.class)
                .isThrownBy(() -> archive.move(later(), Actor.user("admin")))
                .withMessageContaining("cannot be written");
        assertThat(sample.ledger.entry(1).orElseThrow().archived()).isFalse();
        assertThat(sample.ledger.last().orElseThrow().sequence()).isEqualTo(14);
    }
}
