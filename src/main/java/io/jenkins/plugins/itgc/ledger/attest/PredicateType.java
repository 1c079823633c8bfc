package io.jenkins.plugins.itgc.ledger.attest;

import java.util.Locale;

/** The kinds of statement that this plugin makes; docs/attestations.md tells the fields of each. */
public enum PredicateType {
    /** A pass of the review gate. */
    REVIEW,
    /** A pass of the migration gate. */
    MIGRATION,
    /** A pass of the approval gate. */
    APPROVAL,
    /** A pass of the window gate. */
    WINDOW,
    /** A deploy that ended. */
    DEPLOY,
    /** How far the ledger had come, and with what hash. */
    CHECKPOINT,
    /** What a bundle consists of. */
    EXPORT;

    /** A scheme of the plugin's own name, since nobody needs to own a host for it. */
    private static final String SCHEME = "io.jenkins.plugins.itgc:";

    /** The address that stands in statements. */
    public String uri() {
        return SCHEME + name().toLowerCase(Locale.ROOT) + "/v1";
    }
}
