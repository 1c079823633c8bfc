package io.jenkins.plugins.itgc.testbed.scenarios.bench;

import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.sqlite.SQLiteConfig;

/** What the ledger costs over the commits that the same disk makes without it. */
final class LedgerAppends implements Measurement {
    private static final int[] WRITERS = {1, 8, 64};

    /** The disk is not as fast at one time as at another: both are measured by turns, and medians are told. */
    private static final int ROUNDS = 7;

    private static final String BODY = "x".repeat(400);

    @Override
    public String title() {
        return "Ledger appends";
    }

    @Override
    public String about() {
        return "Appends of entries of about 400 bytes, each safe on the disk before it returns, as a multiple of bare "
                + "SQLite commits of one row of the same size on the same disk in the same run. Goals: 0.8 with one "
                + "writer, 5 with 64.";
    }

    @Override
    public List<Table> run(boolean quick) throws Exception {
        int each = quick ? 300 : 2_000;
        Path folder = Files.createTempDirectory("itgc-bench");
        bare(folder.resolve("warm.db"), each);
        try (Ledger warm = SqliteLedger.open(folder.resolve("warm-ledger.db"), Clock.systemUTC())) {
            appended(warm, 8, each * 8);
        }
        Table table = new Table("writers", "bare commits/s", "appends/s", "appends a bare commit");
        Table verified = new Table("entries", "verified/s");
        for (int writers : WRITERS) {
            int count = each * Math.min(writers, 8);
            List<Double> bare = new ArrayList<>();
            List<Double> appended = new ArrayList<>();
            List<Double> ratio = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                String name = writers + "-" + round;
                bare.add(bare(folder.resolve("bare-" + name + ".db"), each));
                try (Ledger ledger = SqliteLedger.open(folder.resolve(name + ".db"), Clock.systemUTC())) {
                    appended.add(appended(ledger, writers, count));
                    ratio.add(appended.get(round) / bare.get(round));
                    if (round == ROUNDS - 1) {
                        verified.row(count, rate(verified(ledger)));
                    }
                }
            }
            table.row(writers, rate(median(bare)), rate(median(appended)), "%.2f".formatted(median(ratio)));
        }
        return List.of(table, verified);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static String rate(double perSecond) {
        return "%,.0f".formatted(perSecond);
    }

    private static double perSecond(int count, long since) {
        return count * 1e9 / (System.nanoTime() - since);
    }

    /** The same journal, the same synchronisation, one row a commit. */
    private static double bare(Path file, int count) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + file)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE row (id INTEGER PRIMARY KEY, body TEXT NOT NULL)");
            }
            long begin = System.nanoTime();
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO row (body) VALUES (?)")) {
                for (int i = 0; i < count; i++) {
                    insert.setString(1, BODY);
                    insert.executeUpdate();
                }
            }
            return perSecond(count, begin);
        }
    }

    private static double appended(Ledger ledger, int writers, int count) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            List<Callable<Object>> work = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                work.add(() -> {
                    for (int i = 0; i < count / writers; i++) {
                        ledger.append(new Draft("bench.written", "bench", "bench", Map.of("body", BODY)));
                    }
                    return null;
                });
            }
            long begin = System.nanoTime();
            for (Future<Object> done : threads.invokeAll(work)) {
                done.get();
            }
            return perSecond(count / writers * writers, begin);
        } finally {
            threads.shutdownNow();
        }
    }

    private static double verified(Ledger ledger) {
        long begin = System.nanoTime();
        return perSecond((int) ledger.verify().entries(), begin);
    }
}
