package io.jenkins.plugins.itgc.gate;

/** Immutable facts read from the systems of record at one moment; a record, so that the ledger can keep it as it is. */
public interface Evidence {
    /** The change that the facts are about. */
    Change change();
}
