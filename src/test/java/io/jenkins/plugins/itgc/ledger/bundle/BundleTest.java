package io.jenkins.plugins.itgc.ledger.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.ledger.attest.Envelope;
import io.jenkins.plugins.itgc.ledger.attest.SigningKey;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to a bundle is found, and the first entry that is not what it was is named. */
class BundleTest {
    private static final int ENTRIES = 21;

    private static Path home;
    private static SampleLedger sample;
    private static Path original;

    private static void write() throws IOException {
        home = Files.createTempDirectory("bundle");
        sample = new SampleLedger(home).deploy(1).deploy(2).deploy(3);
        original = sample.bundle(home.resolve("original"));
    }

    /** Once for the properties and once for the tests, since each kind has a life cycle of its own. */
    @AfterContainer
    @AfterAll
    static void remove() throws IOException {
        if (home != null) {
            deleteAll(home);
        }
        home = null;
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Collections.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static Path copy() throws IOException {
        if (home == null) {
            write();
        }
        Path copy = Files.createTempDirectory(home, "copy");
        try (Stream<Path> files = Files.list(original)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    private static BundleReport verify(Path folder, BundleVerifier.Witness witness) throws IOException {
        try (Bundle bundle = Bundle.of(folder)) {
            return BundleVerifier.verify(bundle, witness);
        }
    }

    private static BundleReport verify(Path folder) throws IOException {
        return verify(folder, BundleVerifier.Witness.NONE);
    }

    private static List<String> lines(Path folder, String file) throws IOException {
        return new ArrayList<>(Files.readAllLines(folder.resolve(file)));
    }

    private static void write(Path folder, String file, List<String> lines) throws IOException {
        Files.writeString(folder.resolve(file), String.join("\n", lines) + "\n");
    }

    private static void namesEntry(Path folder, long sequence) throws IOException {
        BundleReport report = verify(folder);
        assertThat(report.intact()).isFalse();
        assertThat(report.chain().firstFault().orElseThrow().sequence()).isEqualTo(sequence);
        assertThat(report.problems().get(0)).contains("ntry " + sequence);
    }

    @Test
    void findsNothingInABundleAsItWasWritten() throws IOException {
        BundleReport report = verify(copy());
        assertThat(report.problems()).isEmpty();
        assertThat(report.chain().entries()).isEqualTo(ENTRIES);
        assertThat(report.chain().signed()).isEqualTo(ENTRIES);
        assertThat(report.signers()).containsExactly(sample.key.publicPart().id());
        assertThat(report.remarks()).anyMatch(remark -> remark.contains("the bundle's own"));
        assertThat(verify(copy(), witness(sample.key, List.of())).remarks()).isEmpty();
    }

    private static BundleVerifier.Witness witness(SigningKey key, List<String> checkpoints) {
        return new BundleVerifier.Witness(List.of(key.publicPart()), checkpoints);
    }

    @Test
    void verifiesAZipFileLikeAFolder() throws IOException {
        Path zip = Files.createTempFile(copy(), "bundle", ".zip");
        try (OutputStream out = Files.newOutputStream(zip)) {
            Bundle.zip(original, out);
        }
        assertThat(verify(zip).intact()).isTrue();
        assertThat(verify(zip).chain().entries()).isEqualTo(ENTRIES);
    }

    @Property(tries = 150)
    void anyOtherByteInAnyFileIsFoundAndNamed(
            @ForAll @IntRange(max = 7) int which,
            @ForAll @IntRange(max = 1_000_000) int place,
            @ForAll @IntRange(min = 1, max = 255) int flip)
            throws IOException {
        List<String> names = new ArrayList<>(BundleFiles.LISTED);
        names.add(BundleFiles.MANIFEST);
        String name = names.get(which);
        Path copy = copy();
        byte[] bytes = Files.readAllBytes(copy.resolve(name));
        int at = place % bytes.length;
        bytes[at] ^= (byte) flip;
        Files.write(copy.resolve(name), bytes);
        if (name.equals(BundleFiles.ENTRIES)) {
            int line = 1;
            byte[] before = Files.readAllBytes(original.resolve(name));
            for (int i = 0; i < at; i++) {
                line += before[i] == '\n' ? 1 : 0;
            }
            namesEntry(copy, line);
        } else {
            BundleReport report = verify(copy);
            assertThat(report.problems()).anyMatch(problem -> problem.startsWith(name));
            assertThat(report.chain().intact()).isTrue();
        }
        deleteAll(copy);
    }

    @Property(tries = 30)
    void aRemovedEntryIsNamed(@ForAll @IntRange(min = 1, max = ENTRIES) int sequence) throws IOException {
        Path copy = copy();
        List<String> lines = lines(copy, BundleFiles.ENTRIES);
        lines.remove(sequence - 1);
        write(copy, BundleFiles.ENTRIES, lines);
        namesEntry(copy, sequence);
        deleteAll(copy);
    }

    @Property(tries = 50)
    void anInsertedEntryIsNamed(
            @ForAll @IntRange(min = 1, max = ENTRIES + 1) int place,
            @ForAll @IntRange(min = 1, max = ENTRIES) int which)
            throws IOException {
        Path copy = copy();
        List<String> lines = lines(copy, BundleFiles.ENTRIES);
        lines.add(place - 1, lines.get(which - 1));
        write(copy, BundleFiles.ENTRIES, lines);
        // A copy right before its original takes the original's place; the original is then the one too many.
        namesEntry(copy, place == which ? place + 1L : place);
        deleteAll(copy);
    }

    @Property(tries = 50)
    void entriesThatChangedPlacesAreNamed(
            @ForAll @IntRange(min = 1, max = ENTRIES) int one, @ForAll @IntRange(min = 1, max = ENTRIES) int other)
            throws IOException {
        Path copy = copy();
        List<String> lines = lines(copy, BundleFiles.ENTRIES);
        Collections.swap(lines, one - 1, other - 1);
        write(copy, BundleFiles.ENTRIES, lines);
        if (one == other) {
            assertThat(verify(copy).intact()).isTrue();
        } else {
            namesEntry(copy, Math.min(one, other));
        }
        deleteAll(copy);
    }

    @Test
    void aBundleThatSomebodyElseSignedIsNotTakenForOurs(@TempDir Path other) throws IOException {
        SampleLedger forger = new SampleLedger(other).deploy(1);
        Path forged = forger.bundle(other.resolve("forged"));
        assertThat(verify(forged).intact()).isTrue();
        copy();
        assertThat(verify(forged, witness(sample.key, List.of())).problems())
                .anyMatch(problem -> problem.startsWith(BundleFiles.MANIFEST) && problem.contains("not known"));
    }

    @Test
    void aCheckpointThatWasKeptFindsAnOlderBundle(@TempDir Path folder) throws IOException {
        SampleLedger growing = new SampleLedger(folder).deploy(1);
        Path older = growing.bundle(folder.resolve("older"));
        growing.deploy(2).bundle(folder.resolve("newer"));
        List<String> kept = growing.notary.lines();
        BundleReport report = verify(older, witness(growing.key, kept.subList(1, 2)));
        assertThat(report.intact()).isFalse();
        assertThat(report.problems().get(0)).contains("Entry 8 is missing at the end");
        assertThat(verify(folder.resolve("newer"), witness(growing.key, kept)).intact())
                .isTrue();
        String foreign = Envelope.read(kept.get(0)).line().replace("keyid\":\"", "keyid\":\"0");
        assertThat(verify(older, witness(growing.key, List.of(foreign))).problems())
                .anyMatch(problem -> problem.startsWith("Checkpoint 1 of those that were kept"));
    }

    @Test
    void aMissingOrAddedFileIsNamed() throws IOException {
        for (String name : List.of(BundleFiles.KEYS, BundleFiles.ENTRIES, BundleFiles.MANIFEST, BundleFiles.EVIDENCE)) {
            Path copy = copy();
            Files.delete(copy.resolve(name));
            assertThat(verify(copy).problems()).containsExactly(name + " is missing.");
        }
        Path copy = copy();
        Files.writeString(copy.resolve("more.csv"), "x");
        assertThat(verify(copy).problems()).singleElement().asString().startsWith("more.csv");
    }

    @Test
    void aStatementThatWasTakenOutIsMissed() throws IOException {
        Path copy = copy();
        List<String> lines = lines(copy, BundleFiles.ATTESTATIONS);
        assertThat(lines).hasSize(6);
        lines.remove(1);
        write(copy, BundleFiles.ATTESTATIONS, lines);
        assertThat(verify(copy).problems()).anyMatch(problem -> problem.startsWith("attestations.jsonl: Statement 2"));
    }

    @Test
    void tellsEveryDeployItsEvidenceAndTheExceptions() throws IOException {
        Path copy = copy();
        List<List<String>> deploys = Csv.rows(Files.readString(copy.resolve(BundleFiles.DEPLOYS)));
        assertThat(deploys).hasSize(4);
        assertThat(deploys.get(1))
                .contains("orders", "production", "succeeded", "acme/orders", "12", "'+ann", "OPS-7", "review");
        assertThat(deploys.get(3)).contains("failed");
        List<List<String>> evidence = Csv.rows(Files.readString(copy.resolve(BundleFiles.EVIDENCE)));
        assertThat(evidence).hasSize(1 + 3 * 4);
        assertThat(evidence).extracting(row -> row.get(3)).contains("pass", "refuse");
        List<List<String>> exceptions = Csv.rows(Files.readString(copy.resolve(BundleFiles.EXCEPTIONS)));
        assertThat(exceptions).hasSize(1 + 3 * 2);
        assertThat(exceptions.get(1)).contains("window.overridden", "'=HYPERLINK(\"http://x\")");
    }

    @Test
    void noCellIsAFormula() {
        for (String formula : Arrays.asList("=1+1", "+1", "-1", "@x", "\t=1", " =1", "\r=1", "\uFF1D1", "\uFEFF=1")) {
            List<List<String>> rows = Csv.rows(Csv.row(List.of("a", formula)));
            assertThat(rows).hasSize(1);
            assertThat(rows.get(0).get(1)).startsWith("'");
        }
        assertThat(Csv.row(Arrays.asList(-1, null, "a-b", "x,\"y\"\n"))).isEqualTo("-1,,a-b,\"x,\"\"y\"\"\n\"\r\n");
        assertThat(Csv.row(Arrays.asList(null, "#1 ", " a", ""))).isEqualTo(",#1 , a,\r\n");
    }

    @Property(tries = 300)
    void everyCellIsReadBack(@ForAll List<String> cells) {
        if (cells.isEmpty()) {
            return;
        }
        List<String> read = Csv.rows(Csv.MARK + Csv.row(cells)).get(0);
        assertThat(read).hasSize(cells.size());
        for (int i = 0; i < read.size(); i++) {
            assertThat(read.get(i)).isIn(cells.get(i), "'" + cells.get(i));
        }
    }
}
