package io.jenkins.plugins.itgc.ledger;

/**
 * Says that bodies were moved to an archive.
 *
 * @param first sequence of the first entry that may lack its body
 * @param last sequence of the last
 * @param bodies how many were moved
 * @param sha256 hash of the archive's file
 */
public record ArchivedBody(long first, long last, long bodies, String sha256) {
    /** Kind of the entry that holds this. */
    public static final String KIND = "ledger.archived";
}
