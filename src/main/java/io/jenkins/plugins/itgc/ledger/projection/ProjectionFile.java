package io.jenkins.plugins.itgc.ledger.projection;

import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The file of the projections. It lies beside the ledger and not in it, so that nobody who appends ever waits for it, and
 * so that it can be deleted when in doubt.
 */
final class ProjectionFile {
    /** Changes whenever the schema or the meaning of a column changes; another one in the file means: build again. */
    static final int VERSION = 8;

    private static final int IDLE = 4;

    private final Path file;
    private final Jdbi reading;
    private final Jdbi writing;

    /** A page asks several questions; opening the file for each would take longer than the answers. */
    private final BlockingDeque<Handle> idle = new LinkedBlockingDeque<>(IDLE);

    private ProjectionFile(Path file) {
        this.file = file;
        this.reading = Jdbi.create(source(file, SQLiteConfig.TransactionMode.DEFERRED));
        this.writing = Jdbi.create(source(file, SQLiteConfig.TransactionMode.IMMEDIATE));
    }

    /** @throws LedgerFailure when neither the file nor a new one in its place can be used */
    static ProjectionFile open(Path path) {
        try {
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            ProjectionFile file = new ProjectionFile(path);
            if (!file.usable()) {
                file.create();
            }
            return file;
        } catch (IOException | JdbiException e) {
            throw failure(path, e);
        }
    }

    private static SQLiteDataSource source(Path file, SQLiteConfig.TransactionMode transactions) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // What a power cut takes away here is read from the ledger again.
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setTransactionMode(transactions);
        config.setBusyTimeout(20_000);
        config.setCacheSize(-16_000);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }

    private boolean usable() {
        try (Handle handle = writing.open()) {
            int version =
                    handle.createQuery("PRAGMA user_version").mapTo(int.class).one();
            return version == VERSION
                    && handle.createQuery("PRAGMA quick_check(1)")
                            .mapTo(String.class)
                            .one()
                            .equals("ok");
        } catch (JdbiException e) {
            return false; // a file that is no database, or a broken one
        }
    }

    private void create() throws IOException {
        for (String suffix : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(Path.of(file + suffix));
        }
        try (Handle handle = writing.open()) {
            handle.useTransaction(at -> {
                at.createScript(schema()).execute();
                at.execute("PRAGMA user_version = " + VERSION);
            });
        }
    }

    private static String schema() {
        try (InputStream in = ProjectionFile.class.getResourceAsStream("schema.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets everything, in one step. */
    void empty() {
        write(rows -> {
            List<String> tables = rows.list(
                    row -> row.getString(1),
                    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
                            + " AND name NOT LIKE 'deploy_text%' AND name <> 'position'");
            for (String table : tables) {
                rows.execute("DELETE FROM " + table);
            }
            rows.execute("INSERT INTO deploy_text (deploy_text) VALUES ('delete-all')");
            rows.execute("UPDATE position SET sequence = 0, hash = '', at = 0");
        });
    }

    <T> T read(Function<Handle, T> work) {
        Handle handle = null;
        try {
            handle = Objects.requireNonNullElseGet(idle.pollFirst(), reading::open);
            T value = work.apply(handle);
            if (idle.offerFirst(handle)) {
                handle = null;
            }
            return value;
        } catch (JdbiException e) {
            throw failure(file, e);
        } finally {
            if (handle != null) {
                handle.close();
            }
        }
    }

    /** Something that happens to the tables whole or not at all. */
    interface Writing {
        void write(Rows rows) throws SQLException;
    }

    void write(Writing work) {
        try (Handle handle = writing.open()) {
            handle.useTransaction(TransactionIsolationLevel.SERIALIZABLE, at -> {
                try (Rows rows = new Rows(at.getConnection())) {
                    work.write(rows);
                }
            });
        } catch (JdbiException | SQLException e) {
            throw failure(file, e);
        }
    }

    private static LedgerFailure failure(Path file, Exception cause) {
        return new LedgerFailure(
                "The projections " + file + " cannot be used; check the folder and free space, or delete the file:"
                        + " it is built again from the ledger.",
                cause);
    }
}
