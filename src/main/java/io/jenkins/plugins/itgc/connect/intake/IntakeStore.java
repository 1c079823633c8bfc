package io.jenkins.plugins.itgc.connect.intake;

import io.jenkins.plugins.itgc.connect.github.event.GitHubEvent.ReviewTarget;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Keeps what came in until it is done, over restarts and crashes. */
public final class IntakeStore {
    /** GitHub redelivers for three days. */
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private final Jdbi database;
    private final Clock clock;

    private IntakeStore(Jdbi database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Opens the file, or makes it. */
    public static IntakeStore open(Path file, Clock clock) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of " + file + " cannot be made.", e);
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(20_000);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        Flyway.configure(IntakeStore.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:io/jenkins/plugins/itgc/connect/intake/schema")
                .load()
                .migrate();
        return new IntakeStore(Jdbi.create(source), clock);
    }

    /** Keeps deliveries, all or none; tells of each whether it is new. */
    List<Boolean> keep(List<Delivery> deliveries) {
        return database.inTransaction(handle -> {
            List<Boolean> news = new ArrayList<>();
            for (Delivery delivery : deliveries) {
                boolean fresh = remember(handle, delivery.id());
                if (fresh) {
                    delivery.event().targets().stream()
                            .filter(ReviewTarget::review)
                            .forEach(place -> add(handle, place));
                }
                news.add(fresh);
            }
            return news;
        });
    }

    private boolean remember(Handle handle, String id) {
        return handle.createUpdate("INSERT OR IGNORE INTO delivery (id, at) VALUES (:id, :at)")
                        .bind("id", id)
                        .bind("at", clock.millis())
                        .execute()
                == 1;
    }

    private static void add(Handle handle, ReviewTarget place) {
        handle.createUpdate("INSERT INTO task (repository, number) VALUES (:repository, :number)")
                .bind("repository", place.repository().toString())
                .bind("number", place.pullRequest() == null ? 0 : place.pullRequest())
                .execute();
    }

    /** Adds something to look at that nobody delivered. */
    public void add(ReviewTarget place) {
        database.useTransaction(handle -> add(handle, place));
    }

    /**
     * Something to look at, whatever number of deliveries asked for it.
     *
     * @param place where
     * @param upTo the last delivery it stands for
     */
    public record Task(ReviewTarget place, long upTo) {}

    /** Everything to be looked at, oldest first. */
    public List<Task> open() {
        return database.withHandle(handle -> handle.createQuery("SELECT repository, number, MAX(sequence) AS up_to"
                        + " FROM task GROUP BY repository, number ORDER BY MIN(sequence)")
                .map((row, context) -> new Task(
                        new ReviewTarget(
                                RepositoryId.parse(row.getString("repository")),
                                row.getInt("number") == 0 ? null : row.getInt("number"),
                                true),
                        row.getLong("up_to")))
                .list());
    }

    /** What was asked for until then is done; what came in the meantime is not. */
    public void done(Task task) {
        database.useTransaction(handle -> handle.createUpdate("DELETE FROM task WHERE repository = :repository"
                        + " AND number = :number AND sequence <= :upTo")
                .bind("repository", task.place().repository().toString())
                .bind(
                        "number",
                        task.place().pullRequest() == null ? 0 : task.place().pullRequest())
                .bind("upTo", task.upTo())
                .execute());
    }

    /** Forgets ids of deliveries that nobody sends again. */
    public void forgetOld() {
        database.useTransaction(handle -> handle.createUpdate("DELETE FROM delivery WHERE at < :before")
                .bind("before", clock.instant().minus(REMEMBERED).toEpochMilli())
                .execute());
    }

    /** What the bot saw of a pull request when it reviewed it last. */
    public Optional<String> remembered(RepositoryId repository, int number) {
        return database.withHandle(handle -> handle.createQuery(
                        "SELECT seen FROM reviewed WHERE repository = :repository AND number = :number")
                .bind("repository", repository.toString())
                .bind("number", number)
                .mapTo(String.class)
                .findFirst());
    }

    /**
     * Keeps what the bot reviewed of a pull request, in the place of what it reviewed before.
     *
     * @param seen its head and when it was last changed, as {@link #remembered} gives it
     */
    public void remember(RepositoryId repository, int number, String seen) {
        database.useTransaction(handle -> handle.createUpdate(
                        "INSERT OR REPLACE INTO reviewed (repository, number, seen) VALUES (:repository, :number, :seen)")
                .bind("repository", repository.toString())
                .bind("number", number)
                .bind("seen", seen)
                .execute());
    }

    /** Repositories that the bot has reviewed in. */
    public List<RepositoryId> repositories() {
        return database.withHandle(handle -> handle.createQuery("SELECT DISTINCT repository FROM reviewed")
                .mapTo(String.class)
                .map(RepositoryId::parse)
                .list());
    }

    /**
     * Where a chat shows something.
     *
     * @param nonce names its buttons as they are now; those of before do nothing
     */
    public record Message(String channel, String ts, String nonce) {}

    /**
     * Where something is shown; empty when it is not.
     *
     * @param subject names what is shown, such as a request for approval
     */
    public Optional<Message> message(String subject) {
        return database.withHandle(
                handle -> handle.createQuery("SELECT channel, ts, nonce FROM message WHERE subject = :subject")
                        .bind("subject", subject)
                        .map((row, context) ->
                                new Message(row.getString("channel"), row.getString("ts"), row.getString("nonce")))
                        .findFirst());
    }

    /** Keeps where something is shown, in the place of where it was shown before. */
    public void rememberMessage(String subject, Message message) {
        database.useTransaction(handle -> handle.createUpdate(
                        "INSERT OR REPLACE INTO message (subject, channel, ts, nonce) VALUES (:subject, :channel, :ts, :nonce)")
                .bind("subject", subject)
                .bind("channel", message.channel())
                .bind("ts", message.ts())
                .bind("nonce", message.nonce())
                .execute());
    }

    /** Up to which entry of the ledger a reader has told; empty before the first. */
    public OptionalLong position(String reader) {
        return database.withHandle(handle -> handle.createQuery("SELECT sequence FROM cursor WHERE reader = :reader")
                .bind("reader", reader)
                .mapTo(Long.class)
                .findFirst()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty));
    }

    /**
     * Keeps up to which entry of the ledger a reader has told.
     *
     * @param reader names it
     */
    public void advance(String reader, long sequence) {
        database.useTransaction(handle -> handle.createUpdate(
                        "INSERT OR REPLACE INTO cursor (reader, sequence) VALUES (:reader, :sequence)")
                .bind("reader", reader)
                .bind("sequence", sequence)
                .execute());
    }

    /** Whether something is remembered that must happen once. */
    public boolean isDone(String what) {
        return database.withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM delivery WHERE id = :id")
                        .bind("id", what)
                        .mapTo(Integer.class)
                        .one())
                == 1;
    }

    /** Remembers something that must happen once; false when it was remembered already. */
    public boolean firstTime(String what) {
        return database.inTransaction(handle -> remember(handle, what));
    }
}
