package io.jenkins.plugins.itgc.ledger;

/**
 * Says that bodies were moved to an archive.
 *
 * @param first sequence of the first entry that may lack its body
 * @param last sequence of the last
 * @param bodies how many were moved
 * @param file name of the archive's file
 * @param sha256 its hash
 */
public record ArchivedBodies(long first, long last, long bodies, String file, String sha256) {
    /** Kind of the entry that holds this. */
    public static final String KIND = "ledger.archived";
}
