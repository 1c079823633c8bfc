package io.jenkins.plugins.itgc.ledger.bundle;

import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.HashChain;
import io.jenkins.plugins.itgc.ledger.event.LedgerEvent;
import io.jenkins.plugins.itgc.ledger.store.Sequences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares archives with a bundle that was verified: each archived body is the one that its entry was made with, and each
 * entry that lacks its body has it in one of the archives.
 */
public final class ArchiveCheck {
    private static final int LONGEST = 200;

    private final Map<Long, String> archived = new TreeMap<>();
    private final Map<String, Path> files = new HashMap<>();
    private final List<Long> nowhere = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private ArchiveCheck() {}

    /**
     * Checks archives.
     *
     * @param bundle one that is intact
     * @return what is wrong, sentences; empty when nothing is
     */
    public static List<String> check(Bundle bundle, List<Path> archives) throws IOException {
        ArchiveCheck check = new ArchiveCheck();
        for (Path archive : archives) {
            check.read(archive);
        }
        BundleTables.each(bundle, recorded -> {
            check.compare(recorded.entry());
            if (recorded.event() instanceof LedgerEvent.Archived archived) {
                check.files.remove(archived.body().sha256());
            }
        });
        check.archived
                .keySet()
                .forEach(sequence -> check.problems.add(
                        "The archived body of entry " + sequence + " belongs to no entry of the bundle."));
        check.files
                .values()
                .forEach(file ->
                        check.problems.add(file.getFileName() + " is not an archive that the ledger knows as it is."));
        check.tellWhatIsNowhere();
        return check.problems;
    }

    private void read(Path archive) throws IOException {
        int number = 0;
        try (Lines lines = new Lines(Files.newInputStream(archive))) {
            for (String line = lines.next(); line != null; line = lines.next()) {
                number++;
                Entry entry = EntryLine.read(line);
                if (!HashChain.sound(entry)) {
                    problems.add(archive.getFileName() + ": the body of entry " + entry.sequence() + " was changed.");
                }
                archived.put(entry.sequence(), entry.hash());
            }
            files.put(lines.hash(), archive);
        } catch (Lines.Unreadable | IllegalArgumentException e) {
            problems.add(archive.getFileName() + ", line " + (number + 1) + ": " + e.getMessage());
        }
    }

    private void compare(Entry entry) {
        String hash = archived.remove(entry.sequence());
        if (hash == null && entry.archived()) {
            nowhere.add(entry.sequence());
        }
        if (hash != null && !hash.equals(entry.hash())) {
            problems.add("The archived body of entry " + entry.sequence() + " is of another ledger.");
        }
    }

    private void tellWhatIsNowhere() {
        if (!nowhere.isEmpty()) {
            String which = Sequences.of(nowhere).text();
            problems.add("The bodies of " + nowhere.size() + " entries are in none of the archives that were given: "
                    + (which.length() > LONGEST ? which.substring(0, LONGEST) + "\u2026" : which)
                    + ". Give each archive that an entry ledger.archived names.");
        }
    }
}
