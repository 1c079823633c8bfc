package io.jenkins.plugins.itgc.ledger.attest;

import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.ledger.Verification;
import io.jenkins.plugins.itgc.ledger.store.ChainWalk;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Signs how far a ledger has come. It vouches only for what follows, entry by entry, from what it vouched for before. Safe
 * for use by several threads.
 */
public final class Notary {
    private static final int AT_ONCE = 1000;

    private final String stream;
    private final Ledger ledger;
    private final CheckpointFile file;
    private final Keys keys;
    private final Clock clock;

    /**
     * The keys of one controller.
     *
     * @param signing what it signs with now
     * @param known the public parts of this and of earlier ones
     */
    public record Keys(SigningKey signing, Collection<VerifyingKey> known) {
        public Keys {
            known = List.copyOf(known);
        }
    }

    /**
     * @param stream name of the ledger; stands in each checkpoint, so that one of another ledger is found
     * @param file where the checkpoints are kept
     * @param clock says when a checkpoint was made
     */
    public Notary(String stream, Ledger ledger, CheckpointFile file, Keys keys, Clock clock) {
        this.stream = stream;
        this.ledger = ledger;
        this.file = file;
        this.keys = keys;
        this.clock = clock;
    }

    /** The lines of all checkpoints, oldest first. */
    public List<String> lines() {
        return file.lines();
    }

    /** What it signs with, and all keys whose signatures count; holds the secret. */
    public Keys keys() {
        return keys;
    }

    /** Name of the ledger that it vouches for. */
    public String stream() {
        return stream;
    }

    /** All checkpoints, checked. */
    public CheckpointChain checkpoints() throws CheckpointChain.Broken {
        return CheckpointChain.read(stream, file.lines(), keys.known());
    }

    /**
     * Vouches for the newest entry, unless that was done.
     *
     * @return empty when there was nothing new
     * @throws CheckpointChain.Broken when an earlier checkpoint is not what it should be
     * @throws LedgerFailure when entries since the last checkpoint do not fit, or something cannot be read or written
     */
    public synchronized Optional<Checkpoint> seal() throws CheckpointChain.Broken {
        CheckpointChain earlier = checkpoints();
        Optional<Entry> last = ledger.last();
        Optional<String> lastHash = last.map(Entry::hash);
        if (lastHash.equals(earlier.newest().map(Checkpoint::hash))) {
            return Optional.empty();
        }
        Entry newest = requireUnbroken(earlier);
        Checkpoint checkpoint =
                Checkpoint.after(earlier, newest, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        file.append(Envelope.sign(checkpoint.statement(), keys.signing()).line());
        return Optional.of(checkpoint);
    }

    /** Goes along from the last checkpoint to the newest entry. */
    private Entry requireUnbroken(CheckpointChain earlier) {
        ChainWalk walk = earlier.newest()
                .map(last -> new ChainWalk(last.sequence(), last.hash()))
                .orElseGet(() -> new ChainWalk(Collections.emptyNavigableMap()));
        long sealed = walk.entries();
        boolean held = sealed == 0
                || ledger.entry(sealed)
                        .filter(entry -> entry.hash().equals(walk.lastHash()))
                        .isPresent();
        if (!held) {
            throw refusal(new Verification.Fault(
                    sealed, "Entry " + sealed + " is not the one that the last checkpoint vouches for."));
        }
        Entry newest = null;
        List<Entry> next = ledger.entries(sealed, AT_ONCE);
        while (!next.isEmpty()) {
            for (Entry entry : next) {
                if (!walk.next(entry)) {
                    throw refusal(walk.end().firstFault().orElseThrow());
                }
                newest = entry;
            }
            next = ledger.entries(walk.entries(), AT_ONCE);
        }
        return Objects.requireNonNull(newest, "There is an entry after the last checkpoint.");
    }

    private LedgerFailure refusal(Verification.Fault fault) {
        return new LedgerFailure(
                "No checkpoint is made, because the ledger is not intact. " + fault.what()
                        + " Verify it, and compare it with a backup.",
                null);
    }

    /**
     * Recomputes the whole chain and compares it with every checkpoint.
     *
     * @throws LedgerFailure when ledger or checkpoints cannot be read
     */
    public Verification verify() {
        try {
            return ledger.verify(checkpoints().signed());
        } catch (CheckpointChain.Broken e) {
            Verification chain = ledger.verify();
            Verification.Fault fault = chain.firstFault()
                    .orElseGet(() -> new Verification.Fault(chain.entries() + 1, "In " + file + ": " + e.getMessage()));
            return new Verification(chain.entries(), Optional.of(fault), 0, chain.remarks());
        }
    }
}
