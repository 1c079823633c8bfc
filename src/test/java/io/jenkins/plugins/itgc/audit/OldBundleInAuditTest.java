package io.jenkins.plugins.itgc.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.ledger.OldLedger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The auditor's program answers about an old bundle what it answered when that was exported. */
class OldBundleInAuditTest {
    private static final String BUNDLE = OldLedger.file("bundle.zip").toString();

    @TempDir
    Path folder;

    private static String run(int exit, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = Main.run(List.of(words), new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(code).as(out.toString(StandardCharsets.UTF_8)).isEqualTo(exit);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void verifies() throws IOException {
        OldLedger.requireRecordedText("audit/verify.txt", run(Main.FINE, "verify", BUNDLE));
    }

    @Test
    void verifiesAgainstWhatWasKeptElsewhere() throws IOException {
        List<String> words = new ArrayList<>(List.of("verify", BUNDLE));
        words.addAll(List.of("--key", OldLedger.file("ledger/ledger-keys.pem").toString()));
        words.addAll(List.of(
                "--checkpoint", OldLedger.file("ledger/checkpoints.jsonl").toString()));
        try (var archives = Files.list(OldLedger.file("ledger/archive"))) {
            archives.sorted().forEach(file -> words.addAll(List.of("--archive", file.toString())));
        }
        OldLedger.requireRecordedText("audit/verify-kept.txt", run(Main.FINE, words.toArray(String[]::new)));
    }

    @Test
    void makesTheSameTables() throws IOException {
        run(Main.FINE, "export", BUNDLE, folder.toString());
        for (String table : List.of("deploys.csv", "evidence.csv", "exceptions.csv")) {
            OldLedger.requireRecordedText("audit/" + table, Files.readString(folder.resolve(table)));
        }
    }

    @Test
    void drawsTheSameSample() throws IOException {
        run(
                Main.FINE,
                "sample",
                BUNDLE,
                folder.toString(),
                "--size",
                "5",
                "--seed",
                "old",
                "--environment",
                "production");
        for (String table : List.of("sample.csv", "sample-evidence.csv")) {
            OldLedger.requireRecordedText("audit/" + table, Files.readString(folder.resolve(table)));
        }
    }

    @Test
    void judgesTheSameAgain() throws IOException {
        OldLedger.requireRecordedText("audit/replay.txt", run(Main.FINE, "replay", BUNDLE));
        Path stricter = Files.writeString(folder.resolve("policy.json"), "{\"requiredApprovals\": 2}");
        OldLedger.requireRecordedText(
                "audit/replay-stricter.txt",
                // What is judged again is told in today's words.
                run(Main.FINE, "replay", BUNDLE, "--policy", stricter.toString())
                        .replace("peer approvals covers ", "peer approvals cover "));
    }
}
