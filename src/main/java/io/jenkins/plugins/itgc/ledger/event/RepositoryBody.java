package io.jenkins.plugins.itgc.ledger.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.jenkins.plugins.itgc.gate.RepositoryId;

/**
 * A repository on its hosting service.
 *
 * @param owner user or organisation
 * @param name repository name
 */
public record RepositoryBody(String owner, String name) {
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public RepositoryBody {}

    /** Reads {@code owner/name}, as some entries have it. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static RepositoryBody parse(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? new RepositoryBody("", text)
                : new RepositoryBody(text.substring(0, slash), text.substring(slash + 1));
    }

    /** A repository as entries keep it. */
    public static RepositoryBody of(RepositoryId id) {
        return new RepositoryBody(id.owner(), id.name());
    }

    /** @throws IllegalArgumentException when it is no repository's name */
    public RepositoryId value() {
        return new RepositoryId(owner, name);
    }

    /** {@code owner/name}. */
    public String text() {
        return owner + "/" + name;
    }
}
