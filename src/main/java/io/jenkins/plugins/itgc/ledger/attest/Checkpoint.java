package io.jenkins.plugins.itgc.ledger.attest;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.HashChain;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How far a ledger had come at a time. With the chain, one entry's hash stands for all entries up to it.
 *
 * @param stream whose ledger
 * @param number 1 for the first checkpoint, without gaps
 * @param sequence the newest entry
 * @param hash its hash
 * @param at when it was signed, by the controller's clock
 * @param previous SHA-256 of the line of the checkpoint before; {@link HashChain#GENESIS} for the first
 */
public record Checkpoint(String stream, long number, long sequence, String hash, Instant at, String previous) {
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    public Checkpoint {
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(previous, "previous");
    }

    /** The checkpoint after these, at this entry. */
    static Checkpoint after(CheckpointChain earlier, Entry entry, Instant at) {
        return new Checkpoint(
                earlier.stream(), earlier.size() + 1L, entry.sequence(), entry.hash(), at, earlier.lastLine());
    }

    Statement statement() {
        Statement.Subject subject =
                new Statement.Subject("ledger " + stream + " entry " + sequence, Map.of("sha256", hash));
        return Statement.of(List.of(subject), PredicateType.CHECKPOINT, this);
    }

    /** What an envelope says before anybody looked at its signature. */
    static Checkpoint unproven(Envelope envelope) {
        return of(envelope.unproven());
    }

    /** @throws IllegalArgumentException when the statement is about something else */
    static Checkpoint of(Statement statement) {
        if (!statement.predicateType().equals(PredicateType.CHECKPOINT.uri())) {
            throw new IllegalArgumentException("It is no checkpoint but " + statement.predicateType() + ".");
        }
        return JSON.convertValue(statement.predicate(), Checkpoint.class);
    }
}
