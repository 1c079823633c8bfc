package io.jenkins.plugins.itgc.ledger.store;

import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.pattern.ValidatePattern;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The ledger in a file: write-ahead log, synchronised to disk at every append; appends that meet go together. */
public final class SqliteLedger extends SqlLedger {
    private static final ValidatePattern[] NOTHING = {};

    private final LedgerWriter writer;

    private SqliteLedger(Path file, SQLiteDataSource source, LedgerWriter writer) {
        super(file.toString(), null, source, writer::append);
        this.writer = writer;
    }

    /** @throws LedgerFailure when the file cannot be opened or is of a newer version */
    public static SqliteLedger open(Path file, Clock clock) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            SQLiteDataSource source = source(file);
            migrate(source);
            return new SqliteLedger(file, source, new LedgerWriter(file, source, clock));
        } catch (FlywayValidateException e) {
            throw new LedgerFailure(
                    "The ledger " + file
                            + " was written by another version of this plugin; install that version again.",
                    e);
        } catch (IOException | RuntimeException e) { // a damaged history of the schema makes Flyway throw anything
            throw new LedgerFailure("The ledger " + file + " cannot be opened; check the folder and free space.", e);
        }
    }

    private static SQLiteDataSource source(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(20_000);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }

    private static void migrate(SQLiteDataSource source) {
        Flyway.configure(SqliteLedger.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:io/jenkins/plugins/itgc/ledger/schema")
                .ignoreMigrationPatterns(NOTHING) // by default a newer schema would be ignored
                .load()
                .migrate();
    }

    @Override
    public void close() {
        writer.close();
    }
}
