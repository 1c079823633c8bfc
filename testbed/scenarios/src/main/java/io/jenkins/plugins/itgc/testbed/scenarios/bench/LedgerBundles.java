package io.jenkins.plugins.itgc.testbed.scenarios.bench;

import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.attest.CheckpointFile;
import io.jenkins.plugins.itgc.ledger.attest.Notary;
import io.jenkins.plugins.itgc.ledger.attest.SigningKey;
import io.jenkins.plugins.itgc.ledger.bundle.Bundle;
import io.jenkins.plugins.itgc.ledger.bundle.BundleReport;
import io.jenkins.plugins.itgc.ledger.bundle.BundleVerifier;
import io.jenkins.plugins.itgc.ledger.bundle.BundleWriter;
import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** How long auditors wait: a bundle written, and verified on its own. */
final class LedgerBundles implements Measurement {
    private static final int WRITERS = 16;
    private static final String BODY = "x".repeat(3_000);

    @Override
    public String title() {
        return "Ledger bundles";
    }

    @Override
    public String about() {
        return "Entries of about 3,400 bytes, every second one a pass with a signed statement: signed, written as a bundle"
                + " with its tables, and verified from its files alone.";
    }

    @Override
    public List<Table> run(boolean quick) throws Exception {
        Table table = new Table(
                "entries", "bundle MiB", "first checkpoint, entries/s", "written, entries/s", "verified, entries/s");
        for (int count : quick ? new int[] {1_000} : new int[] {1_000, 10_000}) {
            Path folder = Files.createTempDirectory("itgc-bench");
            try (SqliteLedger ledger = SqliteLedger.open(folder.resolve("ledger.db"), Clock.systemUTC())) {
                fill(ledger, count);
                table.row(measure(ledger, folder, count));
            }
        }
        return List.of(table);
    }

    private static Object[] measure(SqliteLedger ledger, Path folder, int count) throws Exception {
        SigningKey key = SigningKey.generate();
        Notary notary = new Notary(
                "bench",
                ledger,
                new CheckpointFile(folder.resolve("checkpoints.jsonl")),
                new Notary.Keys(key, List.of(key.publicPart())),
                Clock.systemUTC());
        String sealed = rate(count, notary::seal);
        Path bundle = Files.createDirectory(folder.resolve("bundle"));
        String written = rate(count, () -> {
            new BundleWriter(ledger, notary, Clock.systemUTC()).write(bundle);
            return null;
        });
        String verified = rate(count, () -> verified(bundle));
        return new Object[] {
            "%,d".formatted(count), "%.1f".formatted(size(bundle) / 1048576.0), sealed, written, verified
        };
    }

    private static BundleReport verified(Path folder) throws IOException {
        try (Bundle bundle = Bundle.of(folder)) {
            BundleReport report = BundleVerifier.verify(bundle, BundleVerifier.Witness.NONE);
            if (!report.intact()) {
                throw new IllegalStateException(report.problems().get(0));
            }
            return report;
        }
    }

    private static long size(Path folder) throws IOException {
        long size = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                size += Files.size(file);
            }
        }
        return size;
    }

    private static String rate(int count, Callable<?> work) throws Exception {
        long begin = System.nanoTime();
        work.call();
        return "%,.0f".formatted(count * 1e9 / (System.nanoTime() - begin));
    }

    private static void fill(SqliteLedger ledger, int count) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Callable<Object>> work = new ArrayList<>();
            for (int n = 0; n < count; n++) {
                Draft draft = draft(n);
                work.add(() -> ledger.append(draft));
            }
            for (Future<Object> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Draft draft(int n) {
        String commit = "%040x".formatted(n);
        Map<String, Object> change = Map.of(
                "repository", Map.of("owner", "acme", "name", "orders"),
                "commit", Map.of("sha", commit),
                "tree", Map.of("sha", commit),
                "environment", "production");
        Map<String, Object> body = Map.of(
                "decision", n % 2 == 0 ? "pass" : "wait", "opensDeploy", true, "change", change, "evidence", BODY);
        return new Draft("review.decided", "acme/orders@" + commit, "build orders#" + n, body);
    }
}
