package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;

/** Writes on the tickets of one tracker. */
public interface TicketNotes {
    /**
     * Leaves a note on a ticket unless one that holds the mark is there already.
     *
     * @param key the ticket's key
     * @param mark what such a note is recognised by
     * @param text the note, plain text that holds the mark
     * @return whether it was written now
     */
    boolean leave(String key, String mark, String text) throws EvidenceUnavailable, InterruptedException;
}
