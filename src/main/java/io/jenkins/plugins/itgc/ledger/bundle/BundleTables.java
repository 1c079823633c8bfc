package io.jenkins.plugins.itgc.ledger.bundle;

import io.jenkins.plugins.itgc.ledger.event.Event;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Makes tables from the entries of a bundle that was verified. */
public final class BundleTables {
    private BundleTables() {}

    /**
     * Goes through the entries.
     *
     * @throws IOException when one cannot be read
     */
    public static void each(Bundle bundle, Consumer<Recorded<Event>> work) throws IOException {
        try (Lines lines = new Lines(bundle.open(BundleFiles.ENTRIES))) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                work.accept(EventLog.recorded(EntryLine.read(line)));
            }
        } catch (Lines.Unreadable e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Writes all tables. */
    public static void write(Bundle bundle, Path folder) throws IOException {
        for (String name : BundleFiles.TABLES) {
            write(bundle, Table.of(name), folder.resolve(name), row -> true);
        }
    }

    private static void write(Bundle bundle, Table table, Path file, Predicate<List<Object>> wanted)
            throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(Csv.MARK + Csv.row(table.columns()));
            rows(bundle, table, row -> {
                try {
                    out.write(wanted.test(row) ? Csv.row(row) : "");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void rows(Bundle bundle, Table table, Consumer<List<Object>> taker) throws IOException {
        each(bundle, recorded -> table.rows(recorded).forEach(taker));
        table.rest().forEach(taker);
    }

    /** All deploys, as rows of the table of deploys. */
    public static List<List<Object>> deploys(Bundle bundle) throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        rows(bundle, new DeployTable(), rows::add);
        return rows;
    }

    /** Writes what was drawn, and the evidence of exactly these deploys: what their builds were told, and about their commits. */
    public static void writeSample(Bundle bundle, Sample.Drawn drawn, Path folder) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("sample.csv"))) {
            out.write(Csv.MARK + Csv.row(new DeployTable().columns()));
            for (List<Object> row : drawn.deploys()) {
                out.write(Csv.row(row));
            }
        }
        Table evidence = new EvidenceTable();
        int build = evidence.columns().indexOf("build");
        int commit = evidence.columns().indexOf("commit");
        int filed = evidence.columns().indexOf("filed under");
        write(
                bundle,
                evidence,
                folder.resolve("sample-evidence.csv"),
                row -> drawn.concerns(row.get(build), row.get(commit), row.get(filed)));
    }
}
