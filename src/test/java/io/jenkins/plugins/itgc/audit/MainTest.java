package io.jenkins.plugins.itgc.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.ledger.bundle.Bundle;
import io.jenkins.plugins.itgc.ledger.bundle.Csv;
import io.jenkins.plugins.itgc.ledger.bundle.SampleLedger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an auditor types, and what the program answers. */
class MainTest {
    @TempDir
    Path folder;

    private SampleLedger sample;
    private Path bundle;
    private String said;

    @BeforeEach
    void export() {
        sample = new SampleLedger(folder);
        for (int n = 1; n <= 9; n++) {
            sample.deploy(n);
        }
        bundle = sample.bundle(folder.resolve("bundle"));
    }

    private int run(Object... words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int code = Main.run(Arrays.stream(words).map(Object::toString).toList(), out);
        said = bytes.toString(StandardCharsets.UTF_8);
        return code;
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void breakEntry() throws IOException {
        Path entries = bundle.resolve("entries.jsonl");
        Files.writeString(entries, Files.readString(entries).replaceFirst("user mia", "user joe"));
    }

    @Test
    void saysThatABundleIsIntact() throws IOException {
        Path zip = folder.resolve("bundle.zip");
        try (OutputStream out = Files.newOutputStream(zip)) {
            Bundle.zip(bundle, out);
        }
        Path key = file("key.pem", sample.key.publicPart().pem());
        Path kept = file("kept.jsonl", String.join("\n", sample.notary.lines()) + "\n");
        assertThat(run("verify", zip, "--key", key, "--checkpoint", kept)).isZero();
        assertThat(said)
                .contains(
                        "INTACT: 63 entries",
                        "up to entry 63",
                        "Key: " + sample.key.publicPart().id());
        assertThat(said).doesNotContain("Note:");
    }

    @Test
    void namesTheFirstEntryThatIsNotWhatItWas() throws IOException {
        breakEntry();
        assertThat(run("verify", bundle)).isEqualTo(1);
        assertThat(said)
                .startsWith("WRONG: Entry 5 was changed after it was written.")
                .contains("NOT INTACT");
        for (String command : List.of("export", "sample")) {
            Object[] words = {command, bundle, folder.resolve("out"), "--size", "2", "--seed", "x"};
            assertThat(run(command.equals("export") ? Arrays.copyOf(words, 3) : words))
                    .isEqualTo(2);
            assertThat(said).contains("not intact", "Entry 5");
            assertThat(folder.resolve("out")).doesNotExist();
        }
    }

    @Test
    void makesTheTablesThatAreInTheBundleToo() throws IOException {
        assertThat(run("export", bundle, folder.resolve("tables"))).isZero();
        for (String table : List.of("deploys.csv", "evidence.csv", "exceptions.csv")) {
            assertThat(folder.resolve("tables").resolve(table)).hasSameBinaryContentAs(bundle.resolve(table));
        }
    }

    private List<List<String>> sampled(String name, Object... options) throws IOException {
        Path out = folder.resolve(name);
        Object[] words = new Object[3 + options.length];
        words[0] = "sample";
        words[1] = bundle;
        words[2] = out;
        System.arraycopy(options, 0, words, 3, options.length);
        assertThat(run(words)).isZero();
        return Csv.rows(Files.readString(out.resolve("sample.csv")));
    }

    @Test
    void drawsTheSameWithTheSameSeedAndTheirEvidence() throws IOException {
        List<List<String>> first = sampled("a", "--size", "3", "--seed", "2026 Q4");
        assertThat(first).hasSize(4);
        assertThat(said).contains("Drew 3 of 9 deploys");
        assertThat(sampled("b", "--size", "3", "--seed", "2026 Q4")).isEqualTo(first);
        assertThat(sampled("c", "--size", "9", "--seed", "2026 Q4").subList(0, 4))
                .isEqualTo(first);
        assertThat(sampled("d", "--size", "9", "--seed", "another"))
                .isNotEqualTo(sampled("e", "--size", "9", "--seed", "2026 Q4"));
        List<List<String>> evidence = Csv.rows(Files.readString(folder.resolve("a/sample-evidence.csv")));
        assertThat(evidence).hasSize(1 + 3 * 4);
    }

    @Test
    void drawsOnlyFromTheTimeAndThePlaceThatWereAskedFor() throws IOException {
        assertThat(sampled("a", "--size", "9", "--seed", "x", "--from", "2026-10-02"))
                .hasSize(1);
        assertThat(sampled("b", "--size", "9", "--seed", "x", "--from", "2026-10-01", "--to", "2026-10-02"))
                .hasSize(10);
        assertThat(sampled("c", "--size", "9", "--seed", "x", "--environment", "staging"))
                .hasSize(1);
    }

    @Test
    void saysWhatIsWrongWithWhatWasTyped() throws IOException {
        assertThat(run()).isEqualTo(2);
        assertThat(said).contains("verify BUNDLE");
        assertThat(run("--help")).isZero();
        assertThat(run("prove")).isEqualTo(2);
        assertThat(said).contains("\"prove\" is no command");
        assertThat(run("verify")).isEqualTo(2);
        assertThat(said).contains("Name the bundle");
        assertThat(run("verify", folder.resolve("none.zip"))).isEqualTo(2);
        assertThat(said).contains("There is no file");
        assertThat(run("verify", file("text.zip", "text"))).isEqualTo(2);
        assertThat(said).contains("no bundle");
        assertThat(run("verify", bundle, "--keys", "x")).isEqualTo(2);
        assertThat(said).contains("\"--keys\" is no option");
        assertThat(run("verify", bundle, "--key")).isEqualTo(2);
        assertThat(said).contains("--key needs a value");
        assertThat(run("sample", bundle, folder, "--seed", "x")).isEqualTo(2);
        assertThat(said).contains("--size is missing");
        assertThat(run("sample", bundle, folder, "--seed", "x", "--size", "0")).isEqualTo(2);
        assertThat(run("sample", bundle, folder, "--seed", "x", "--size", "2", "--from", "May"))
                .isEqualTo(2);
        assertThat(said).contains("\"May\" is no day");
    }

    @Test
    void standsAloneInAJar() throws Exception {
        Path jar = folder.resolve("itgc-audit.jar");
        AuditJar.main(new String[] {jar.toString()});
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        AuditJar.write(again);
        assertThat(Files.readAllBytes(jar)).isEqualTo(again.toByteArray());
        assertThat(alone(jar, "verify", bundle)).isZero();
        assertThat(said).contains("INTACT: 63 entries");
        assertThat(alone(jar, "sample", bundle, folder.resolve("drawn"), "--size", "2", "--seed", "x"))
                .isZero();
        breakEntry();
        assertThat(alone(jar, "verify", bundle)).isEqualTo(1);
        assertThat(said).startsWith("WRONG: Entry 5");
    }

    private int alone(Path jar, Object... words) throws IOException, InterruptedException {
        List<String> line = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + folder,
                "-jar",
                jar.toString()));
        Arrays.stream(words).map(Object::toString).forEach(line::add);
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor();
    }
}
