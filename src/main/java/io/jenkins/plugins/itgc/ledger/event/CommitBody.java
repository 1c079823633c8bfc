package io.jenkins.plugins.itgc.ledger.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.jenkins.plugins.itgc.gate.CommitId;
import java.util.Objects;

/**
 * A git commit.
 *
 * @param sha its full object name
 */
public record CommitBody(String sha) {
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public CommitBody {
        Objects.requireNonNull(sha, "sha");
    }

    /** Reads the bare name, as some entries have it. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static CommitBody parse(String sha) {
        return new CommitBody(sha);
    }

    /** A commit as entries keep it. */
    public static CommitBody of(CommitId id) {
        return new CommitBody(id.sha());
    }

    /** @throws IllegalArgumentException when it is not a full object name */
    public CommitId value() {
        return new CommitId(sha);
    }
}
