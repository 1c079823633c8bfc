package io.jenkins.plugins.itgc.ledger.store;

import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.ledger.SealedDraft;
import io.jenkins.plugins.itgc.ledger.Verification;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/** Reads a ledger from a table, and appends to it through a writer that lets appends that meet go together. */
abstract class SqlLedger implements Ledger {
    private static final int VERIFIED_AT_ONCE = 1000;
    private static final String LAST_CHARACTER = new String(Character.toChars(Character.MAX_CODE_POINT));

    private final String name;
    private final @Nullable String stream;
    private final Jdbi database;
    private final GroupCommit<SealedDraft, Entry> commits;

    /**
     * A ledger.
     *
     * @param name what people call it, for messages
     * @param stream whose entries are meant, where the table holds several; null where it holds one
     * @param write appends all or nothing
     */
    SqlLedger(String name, @Nullable String stream, DataSource source, Function<List<SealedDraft>, List<Entry>> write) {
        this.name = name;
        this.stream = stream;
        this.database = Jdbi.create(source);
        this.database.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        this.commits = new GroupCommit<>(write);
    }

    @Override
    public final Entry append(Draft draft) {
        return commits.append(SealedDraft.of(draft));
    }

    @Override
    public final List<Entry> entries(long after, int limit) {
        return read("sequence > :after ORDER BY sequence LIMIT :most", query -> query.bind("after", after)
                .bind("most", limit));
    }

    @Override
    public final List<Entry> entries(Set<String> kinds, long after, int limit) {
        return read("kind IN (<kinds>) AND sequence > :after ORDER BY sequence LIMIT :most", query -> query.bindList(
                        "kinds", List.copyOf(kinds))
                .bind("after", after)
                .bind("most", limit));
    }

    @Override
    public final Optional<Entry> entry(long sequence) {
        return read("sequence = :sequence", query -> query.bind("sequence", sequence)).stream()
                .findFirst();
    }

    @Override
    public final Optional<Entry> last() {
        return read("1 = 1 ORDER BY sequence DESC LIMIT 1", query -> query).stream()
                .findFirst();
    }

    @Override
    public final Optional<Entry> newest(String kind, String subject) {
        return read(
                        "kind = :kind AND lower(subject) = :any AND subject = :subject ORDER BY sequence DESC LIMIT 1",
                        query -> query.bind("kind", kind)
                                .bind("any", Subjects.lower(subject))
                                .bind("subject", subject))
                .stream()
                .findFirst();
    }

    @Override
    public final List<Entry> filed(Collection<String> kinds, String subjects) {
        if (subjects.isEmpty() || kinds.isEmpty()) {
            throw new IllegalArgumentException("Name kinds, and how the subjects begin.");
        }
        return read(
                "kind IN (<kinds>) AND lower(subject) >= :subjects AND lower(subject) < :end ORDER BY sequence",
                query -> query.bindList("kinds", kinds)
                        .bind("subjects", Subjects.lower(subjects))
                        .bind("end", Subjects.lower(subjects) + LAST_CHARACTER));
    }

    private List<Entry> read(String where, Function<Query, Query> bind) {
        String whose = stream == null ? "" : "stream = :stream AND ";
        return work(handle -> bind.apply(handle.createQuery("SELECT * FROM entry WHERE " + whose + where)
                        .bind("stream", stream))
                .map(EntryRow::read)
                .list());
    }

    @Override
    public final void takeOutBodies(Collection<Long> sequences) {
        String whose = stream == null ? "" : "stream = :stream AND ";
        try (Handle handle = database.open()) {
            handle.useTransaction(at -> {
                PreparedBatch batch = at.prepareBatch(
                        "UPDATE entry SET body = '' WHERE " + whose + "sequence = :sequence AND body_hash IS NOT NULL");
                for (Long sequence : sequences) {
                    batch.bind("stream", stream).bind("sequence", sequence).add();
                }
                batch.execute();
            });
        } catch (JdbiException e) {
            throw new LedgerFailure("Bodies cannot be taken out of the ledger " + name + "; nothing was changed.", e);
        }
    }

    private <T> T work(Function<Handle, T> work) {
        try (Handle handle = database.open()) {
            return work.apply(handle);
        } catch (JdbiException e) {
            throw new LedgerFailure(Message.of("ledger.not-readable", name), e);
        }
    }

    @Override
    public final Verification verify(NavigableMap<Long, String> signed) {
        ChainWalk walk = new ChainWalk(signed);
        List<Entry> next = entries(0, VERIFIED_AT_ONCE);
        while (!next.isEmpty()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new LedgerFailure("The verification of the ledger " + name + " was cut off.", null);
            }
            for (Entry entry : next) {
                if (!walk.next(entry)) {
                    return walk.end();
                }
            }
            next = entries(walk.entries(), VERIFIED_AT_ONCE);
        }
        return walk.end();
    }
}
