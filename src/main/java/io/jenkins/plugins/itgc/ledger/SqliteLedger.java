package io.jenkins.plugins.itgc.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.pattern.ValidatePattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The ledger in a file: write-ahead log, synchronised to disk at every append; appends that meet go together. */
public final class SqliteLedger implements Ledger {
    private static final int VERIFIED_AT_ONCE = 1000;
    private static final ValidatePattern[] NOTHING = {};

    private final Path file;
    private final Jdbi database;
    private final LedgerWriter writer;
    private final GroupCommit<LedgerWriter.Sealed, Entry> commits;

    private SqliteLedger(Path file, Clock clock, SQLiteDataSource source) {
        this.file = file;
        this.database = Jdbi.create(source);
        this.writer = new LedgerWriter(file, source, clock);
        this.commits = new GroupCommit<>(writer::append);
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
            return new SqliteLedger(file, clock, source);
        } catch (FlywayValidateException e) {
            throw new LedgerFailure(
                    "The ledger " + file + " was written by another version of this plugin; install that version again.",
                    e);
        } catch (IOException | FlywayException e) {
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
    public Entry append(Draft draft) {
        return commits.append(LedgerWriter.Sealed.of(draft));
    }

    @Override
    public List<Entry> entries(long after, int most) {
        return work("read", handle -> handle.createQuery(
                        "SELECT * FROM entry WHERE sequence > :after ORDER BY sequence LIMIT :most")
                .bind("after", after)
                .bind("most", most)
                .map(EntryRow::read)
                .list());
    }

    @Override
    public List<Entry> entries(Set<String> kinds, long after, int most) {
        return work("read", handle -> handle.createQuery(
                        "SELECT * FROM entry WHERE kind IN (<kinds>) AND sequence > :after ORDER BY sequence LIMIT :most")
                .bindList("kinds", List.copyOf(kinds))
                .bind("after", after)
                .bind("most", most)
                .map(EntryRow::read)
                .list());
    }

    @Override
    public Optional<Entry> entry(long sequence) {
        return work("read", handle -> handle.createQuery("SELECT * FROM entry WHERE sequence = :sequence")
                .bind("sequence", sequence)
                .map(EntryRow::read)
                .findFirst());
    }

    @Override
    public Optional<Entry> newest(String kind, String subject) {
        return work("read", handle -> handle.createQuery("SELECT * FROM entry WHERE kind = :kind AND subject = :subject"
                        + " ORDER BY sequence DESC LIMIT 1")
                .bind("kind", kind)
                .bind("subject", subject)
                .map(EntryRow::read)
                .findFirst());
    }

    @Override
    public List<Entry> filed(Collection<String> kinds, String subjects) {
        if (subjects.isEmpty() || kinds.isEmpty()) {
            throw new IllegalArgumentException("Name kinds, and how the subjects begin.");
        }
        return work("read", handle -> handle.createQuery("SELECT * FROM entry WHERE kind IN (<kinds>)"
                        + " AND subject >= :subjects AND subject < :subjects || char(1114111) ORDER BY sequence")
                .bindList("kinds", kinds)
                .bind("subjects", subjects)
                .map(EntryRow::read)
                .list());
    }

    @Override
    public Verification verify(NavigableMap<Long, String> signed) {
        ChainWalk walk = new ChainWalk(signed);
        List<Entry> next = entries(0, VERIFIED_AT_ONCE);
        while (!next.isEmpty()) {
            for (Entry entry : next) {
                if (!walk.next(entry)) {
                    return walk.end();
                }
            }
            next = entries(walk.entries(), VERIFIED_AT_ONCE);
        }
        return walk.end();
    }

    @Override
    public Optional<Entry> last() {
        return work("read", handle -> handle.createQuery("SELECT * FROM entry ORDER BY sequence DESC LIMIT 1")
                .map(EntryRow::read)
                .findFirst());
    }

    private <T> T work(String what, Function<Handle, T> work) {
        try (Handle handle = database.open()) {
            return work.apply(handle);
        } catch (JdbiException e) {
            throw new LedgerFailure(
                    "The ledger " + file + " cannot be " + what + "; check its permissions, the disk and free space.",
                    e);
        }
    }

    @Override
    public void close() {
        writer.close();
    }
}
