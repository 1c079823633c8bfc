package io.jenkins.plugins.itgc.ledger.bundle;

import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.HashChain;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.attest.Attestation;
import io.jenkins.plugins.itgc.ledger.attest.Envelope;
import io.jenkins.plugins.itgc.ledger.attest.Notary;
import io.jenkins.plugins.itgc.ledger.attest.PredicateType;
import io.jenkins.plugins.itgc.ledger.attest.Statement;
import io.jenkins.plugins.itgc.ledger.attest.VerifyingKey;
import io.jenkins.plugins.itgc.ledger.event.Event;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes a ledger into a folder that can be verified without it. A ledger that is not intact is written as it is; whoever
 * verifies the bundle is told.
 */
public final class BundleWriter {
    private static final int AT_ONCE = 1000;

    private final Ledger ledger;
    private final Notary notary;
    private final Clock clock;

    /**
     * @param ledger what is written
     * @param notary signs the list of the files, and has the checkpoints and keys that go with them
     * @param clock says when it was exported
     */
    public BundleWriter(Ledger ledger, Notary notary, Clock clock) {
        this.ledger = ledger;
        this.notary = notary;
        this.clock = clock;
    }

    /**
     * Writes all files.
     *
     * @param folder an empty one
     * @throws io.jenkins.plugins.itgc.ledger.LedgerFailure when the ledger cannot be read
     */
    public void write(Path folder) throws IOException {
        List<Statement.Subject> files = new ArrayList<>();
        files.add(whole(folder, BundleFiles.KEYS, keys()));
        files.add(whole(folder, BundleFiles.CHECKPOINTS, lines(notary.lines())));
        Map<String, Object> said = new LinkedHashMap<>();
        files.addAll(entries(folder, said));
        said.put("stream", notary.stream());
        said.put("at", clock.instant().toString());
        Statement manifest = Statement.of(files, PredicateType.EXPORT, said);
        whole(
                folder,
                BundleFiles.MANIFEST,
                lines(List.of(Envelope.sign(manifest, notary.keys().signing()).line())));
    }

    private String keys() {
        return notary.keys().known().stream().map(VerifyingKey::pem).collect(Collectors.joining());
    }

    private static String lines(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static Statement.Subject whole(Path folder, String name, String text) throws IOException {
        HashedFile file = new HashedFile(folder, name);
        try (file) {
            file.write(text);
        }
        return file.subject();
    }

    /** In one go, since a ledger may be large. */
    private List<Statement.Subject> entries(Path folder, Map<String, Object> said) throws IOException {
        HashedFile entries = new HashedFile(folder, BundleFiles.ENTRIES);
        HashedFile attestations = new HashedFile(folder, BundleFiles.ATTESTATIONS);
        Tables tables = new Tables(folder);
        Entry last = null;
        try (entries;
                attestations;
                tables) {
            List<Entry> next = ledger.entries(0, AT_ONCE);
            while (!next.isEmpty()) {
                for (Entry entry : next) {
                    entries.write(EntryLine.of(entry) + "\n");
                    attest(entry, attestations);
                    tables.take(entry);
                    last = entry;
                }
                next = ledger.entries(next.get(next.size() - 1).sequence(), AT_ONCE);
            }
            tables.end();
        }
        said.put("entries", last == null ? 0 : last.sequence());
        said.put("lastHash", last == null ? HashChain.GENESIS : last.hash());
        List<Statement.Subject> files = new ArrayList<>(List.of(entries.subject(), attestations.subject()));
        files.addAll(tables.subjects());
        return files;
    }

    private void attest(Entry entry, HashedFile file) throws IOException {
        Statement statement = Attestation.of(entry).orElse(null);
        if (statement != null) {
            file.write(Envelope.sign(statement, notary.keys().signing()).line() + "\n");
        }
    }

    /** The tables while they are written. */
    private static final class Tables implements AutoCloseable {
        private final Map<Table, HashedFile> tables = new LinkedHashMap<>();

        private Tables(Path folder) throws IOException {
            for (String name : BundleFiles.TABLES) {
                Table table = Table.of(name);
                HashedFile file = new HashedFile(folder, name);
                file.write(Csv.MARK + Csv.row(table.columns()));
                tables.put(table, file);
            }
        }

        private void take(Entry entry) throws IOException {
            Recorded<Event> recorded = EventLog.recorded(entry);
            for (Map.Entry<Table, HashedFile> table : tables.entrySet()) {
                write(table.getKey().rows(recorded), table.getValue());
            }
        }

        private void end() throws IOException {
            for (Map.Entry<Table, HashedFile> table : tables.entrySet()) {
                write(table.getKey().rest(), table.getValue());
            }
        }

        private static void write(List<List<Object>> rows, HashedFile file) throws IOException {
            for (List<Object> row : rows) {
                file.write(Csv.row(row));
            }
        }

        private List<Statement.Subject> subjects() {
            return tables.values().stream().map(HashedFile::subject).toList();
        }

        @Override
        public void close() throws IOException {
            for (HashedFile file : tables.values()) {
                file.close();
            }
        }
    }
}
