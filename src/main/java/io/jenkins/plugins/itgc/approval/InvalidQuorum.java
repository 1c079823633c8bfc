package io.jenkins.plugins.itgc.approval;

/** A quorum cannot be understood; the message quotes it and says why. */
public class InvalidQuorum extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * @param text the quorum as it was written
     * @param problem what is wrong with it, as the middle of a sentence
     */
    public InvalidQuorum(String text, String problem) {
        super("The quorum \"" + text + "\" makes no sense: " + problem
                + ". Write it like: 1 of release-managers AND 1 of (dba OR sre) when a migration is carried.");
    }
}
