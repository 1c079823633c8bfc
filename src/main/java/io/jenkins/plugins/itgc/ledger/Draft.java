package io.jenkins.plugins.itgc.ledger;

import java.util.Objects;

/**
 * Something to be appended.
 *
 * @param kind what happened
 * @param subject what it happened to
 * @param actor who or what caused it
 * @param body anything that can be written as JSON; holds no secret
 */
public record Draft(String kind, String subject, String actor, Object body) {
    public Draft {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(body, "body");
    }
}
