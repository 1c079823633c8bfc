package io.jenkins.plugins.itgc.ledger;

import java.util.Set;

/**
 * Says that bodies were moved to an archive.
 *
 * @param first sequence of the first entry that may lack its body
 * @param last sequence of the last
 * @param bodies how many were moved
 * @param entries exactly whose they were, as {@link Sequences#text} writes it. Versions before this member existed said only
 *     between which entries they lay
 * @param file name of the archive's file
 * @param sha256 its hash
 */
public record ArchivedBodies(long first, long last, long bodies, String entries, String file, String sha256) {
    /** Kind of the entry that holds this. */
    public static final String KIND = "ledger.archived";

    /** The kinds of entries whose bodies may be moved: what is large and seldom looked at, all that gates said. */
    public static final Set<String> MOVABLE =
            Set.of("review.decided", "migration.decided", "approval.decided", "window.decided", "deploy.decided");
}
