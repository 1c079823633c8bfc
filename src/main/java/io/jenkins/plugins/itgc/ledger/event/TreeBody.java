package io.jenkins.plugins.itgc.ledger.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.jenkins.plugins.itgc.gate.TreeId;
import java.util.Objects;

/**
 * A git tree.
 *
 * @param sha its full object name
 */
public record TreeBody(String sha) {
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public TreeBody {
        Objects.requireNonNull(sha, "sha");
    }

    /** Reads the bare name, as some entries have it. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static TreeBody parse(String sha) {
        return new TreeBody(sha);
    }

    /** A tree as entries keep it. */
    public static TreeBody of(TreeId id) {
        return new TreeBody(id.sha());
    }

    /** @throws IllegalArgumentException when it is not a full object name */
    public TreeId value() {
        return new TreeId(sha);
    }
}
