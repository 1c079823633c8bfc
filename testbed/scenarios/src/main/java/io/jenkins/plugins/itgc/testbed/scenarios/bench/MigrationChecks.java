package io.jenkins.plugins.itgc.testbed.scenarios.bench;

import io.jenkins.plugins.itgc.connect.database.DatabaseTarget;
import io.jenkins.plugins.itgc.connect.database.Databases;
import io.jenkins.plugins.itgc.gate.InParallel;
import io.jenkins.plugins.itgc.gate.Outcome;
import io.jenkins.plugins.itgc.migration.Coverage;
import io.jenkins.plugins.itgc.migration.MigrationGate;
import io.jenkins.plugins.itgc.migration.MigrationPolicy;
import io.jenkins.plugins.itgc.migration.MigrationReader;
import io.jenkins.plugins.itgc.migration.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** How long the migration gate takes over many migrations, beside the validation that the tool brings along. */
final class MigrationChecks implements Measurement {
    private static final int RUNS = 9;

    @Override
    public String title() {
        return "Migrations";
    }

    @Override
    public String about() {
        return "A file of SQLite that holds 1,000 migrations. The gate judges a change that brings the last of them, and a first"
                + " deploy that brings all; the tool validates its history in the same run. Medians of " + RUNS + ".";
    }

    @Override
    public List<Table> run(boolean quick) throws Exception {
        Path folder = Files.createTempDirectory("itgc-bench");
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            Table table = new Table(
                    "tool", "migrations", "its own validation", "gate, last one", "ratio", "gate, all", "ratio");
            for (ManyMigrations migrations : ManyMigrations.of(folder, quick ? 100 : 1000)) {
                migrations.apply();
                double validation = median(() -> {
                    migrations.validate();
                    return true;
                });
                double last = median(() -> passes(gate(migrations, 1, threads)));
                double all = median(() -> passes(gate(migrations, migrations.count(), threads)));
                table.row(
                        migrations.tool(),
                        "%,d".formatted(migrations.count()),
                        "%,.1f ms".formatted(validation),
                        "%,.1f ms".formatted(last),
                        "%.2f".formatted(last / validation),
                        "%,.1f ms".formatted(all),
                        "%.2f".formatted(all / validation));
            }
            return List.of(table);
        } finally {
            threads.shutdownNow();
            delete(folder);
        }
    }

    private static MigrationGate gate(ManyMigrations migrations, int brought, ExecutorService threads) {
        MigrationPolicy policy = new MigrationPolicy(
                "orders",
                migrations.tool() == ManyMigrations.Kind.FLYWAY ? Tool.FLYWAY : Tool.LIQUIBASE,
                migrations.globs(),
                null,
                List.of("main"),
                "the bench",
                true);
        DatabaseTarget target = new DatabaseTarget("main", migrations.url(), Optional::empty);
        MigrationReader reader = new MigrationReader(
                policy,
                Coverage.of(policy::concerns, policy),
                migrations.repository(brought),
                new Databases(List.of(target), new InParallel(threads)));
        return new MigrationGate(migrations.change(), policy, reader);
    }

    /** A gate that did not pass would have measured something else. */
    private static boolean passes(MigrationGate gate) throws InterruptedException {
        Outcome outcome = gate.rule(Clock.systemUTC()).ruling().explanation().outcome();
        if (outcome != Outcome.PASS) {
            throw new IllegalStateException("The bench's own migrations do not pass: " + outcome);
        }
        return true;
    }

    /** In milliseconds. */
    private static double median(Callable<Boolean> work) throws Exception {
        work.call();
        double[] times = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            work.call();
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times[RUNS / 2];
    }

    private static void delete(Path folder) throws Exception {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
