package io.jenkins.plugins.itgc.ledger.attest;

import io.jenkins.plugins.itgc.ledger.HashChain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Checkpoints of one ledger from the first to the newest, each checked: signed by a known key, in order, none left out.
 * Only leaving out the newest leaves a list that is whole in itself; who keeps a newer one elsewhere finds that too.
 */
public final class CheckpointChain {
    private final String stream;
    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private String lastLine = HashChain.GENESIS;

    private CheckpointChain(String stream) {
        this.stream = stream;
    }

    /** A checkpoint that is not what it should be. */
    public static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        Broken(int line, String what) {
            super("Checkpoint " + line + ": " + what);
        }
    }

    /**
     * Reads checkpoints.
     *
     * @param lines one a line, oldest first
     * @param keys whose signatures count
     * @throws Broken at the first that is not what it should be
     */
    public static CheckpointChain read(String stream, List<String> lines, Collection<VerifyingKey> keys) throws Broken {
        CheckpointChain chain = new CheckpointChain(stream);
        for (String line : lines) {
            int number = chain.checkpoints.size() + 1;
            try {
                chain.take(Checkpoint.of(Envelope.read(line).statement(keys)), line);
            } catch (IllegalArgumentException e) {
                throw new Broken(number, String.valueOf(e.getMessage()));
            }
        }
        return chain;
    }

    /**
     * The ledger that a checkpoint names, whether or not its signature is right.
     *
     * @return empty when the line is no checkpoint
     */
    public static String streamOf(String line) {
        try {
            return Checkpoint.unproven(Envelope.read(line)).stream();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /**
     * One checkpoint that was kept elsewhere.
     *
     * @param stream whose ledger it must be of; empty when that is not known
     * @throws IllegalArgumentException when it is not signed by one of the keys, or of another ledger
     */
    public static Checkpoint kept(String stream, String line, Collection<VerifyingKey> keys) {
        Checkpoint kept = Checkpoint.of(Envelope.read(line).statement(keys));
        if (!stream.isEmpty() && !kept.stream().equals(stream)) {
            throw new IllegalArgumentException("It belongs to the ledger \"" + kept.stream() + "\".");
        }
        return kept;
    }

    private void take(Checkpoint next, String line) {
        if (!next.stream().equals(stream)) {
            throw new IllegalArgumentException("It belongs to the ledger \"" + next.stream() + "\".");
        }
        if (next.number() != checkpoints.size() + 1L || !next.previous().equals(lastLine)) {
            throw new IllegalArgumentException(
                    "It does not follow the one before; one was removed, inserted or moved.");
        }
        if (newest().filter(last -> last.sequence() >= next.sequence()).isPresent()) {
            throw new IllegalArgumentException("It vouches for no more entries than the one before.");
        }
        checkpoints.add(next);
        lastLine = HashChain.sha256(line);
    }

    /** Name of the ledger that they vouch for. */
    public String stream() {
        return stream;
    }

    /** How many there are. */
    public int size() {
        return checkpoints.size();
    }

    /** SHA-256 of the newest line. */
    String lastLine() {
        return lastLine;
    }

    /** The last of them, which vouches for the most entries; empty when there is none. */
    public Optional<Checkpoint> newest() {
        return checkpoints.isEmpty() ? Optional.empty() : Optional.of(checkpoints.get(checkpoints.size() - 1));
    }

    /** What is vouched for: hashes of entries by sequence. */
    public NavigableMap<Long, String> signed() {
        NavigableMap<Long, String> signed = new TreeMap<>();
        checkpoints.forEach(checkpoint -> signed.put(checkpoint.sequence(), checkpoint.hash()));
        return signed;
    }
}
