package io.jenkins.plugins.itgc.ledger.bundle;

import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.ledger.Verification;
import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.Kind;
import io.jenkins.plugins.itgc.ledger.event.LedgerEvent;
import io.jenkins.plugins.itgc.ledger.event.RulingEvent;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.ledger.store.Sequences;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Moves the evidence of old rulings out of the ledger into files. Nothing is lost: first the file is safe on the disk, then an
 * entry says so, then the bodies go. A crash in between leaves bodies in both places.
 */
public final class Archive {
    private static final int AT_ONCE = 500;

    /** The kinds of entries whose bodies may be moved: what is large and seldom looked at, all that gates said. */
    private static final Set<String> MOVABLE = EventLog.names(Kind.of(RulingEvent.class));

    private final Ledger ledger;
    private final Path folder;

    /** @param folder where archives lie */
    public Archive(Ledger ledger, Path folder) {
        this.ledger = ledger;
        this.folder = folder;
    }

    /**
     * Moves what was appended before a time.
     *
     * @param actor who wants that
     * @return what was moved; empty when there was nothing
     * @throws LedgerFailure when the ledger is not intact, or something cannot be read or written
     */
    public Optional<LedgerEvent.Bodies> move(Instant before, Actor actor) {
        Verification whole = ledger.verify();
        if (!whole.intact()) {
            throw new LedgerFailure(
                    "Nothing is archived, because the ledger is not intact. "
                            + whole.firstFault().orElseThrow().what(),
                    null);
        }
        List<Long> moved = new ArrayList<>();
        String stem = "bodies-before-" + before.toString().replace(":", "");
        String name = stem + ".jsonl";
        for (int n = 2; Files.exists(folder.resolve(name)); n++) {
            name = stem + "-" + n + ".jsonl";
        }
        String sha256 = write(folder.resolve(name), before, moved);
        if (moved.isEmpty()) {
            return Optional.empty();
        }
        LedgerEvent.Bodies archived = new LedgerEvent.Bodies(
                moved.get(0),
                moved.get(moved.size() - 1),
                moved.size(),
                Sequences.of(moved).text(),
                name,
                sha256);
        new EventLog(ledger).append(new LedgerEvent.Archived(new Subject.OfLedger(null), archived), actor);
        ledger.takeOutBodies(moved);
        return Optional.of(archived);
    }

    /** Each as a line of a bundle, so that it verifies against the chain by itself. */
    private String write(Path file, Instant before, List<Long> moved) {
        try {
            Files.createDirectories(folder);
            try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                java.security.MessageDigest digest = HashedFile.sha256();
                long after = 0;
                List<Entry> next = ledger.entries(MOVABLE, after, AT_ONCE);
                while (!next.isEmpty()) {
                    for (Entry entry : next) {
                        after = entry.sequence();
                        if (entry.at().isBefore(before) && entry.bodyHash() != null && !entry.archived()) {
                            byte[] line = (EntryLine.of(entry) + "\n").getBytes(StandardCharsets.UTF_8);
                            digest.update(line);
                            write(out, ByteBuffer.wrap(line));
                            moved.add(entry.sequence());
                        }
                    }
                    next = ledger.entries(MOVABLE, after, AT_ONCE);
                }
                out.force(true);
                if (moved.isEmpty()) {
                    Files.delete(file);
                }
                return HexFormat.of().formatHex(digest.digest());
            }
        } catch (IOException e) {
            throw new LedgerFailure("The archive " + file + " cannot be written; check the disk and free space.", e);
        }
    }

    private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }
}
