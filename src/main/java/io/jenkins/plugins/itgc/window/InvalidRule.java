package io.jenkins.plugins.itgc.window;

/** A rule that cannot be read. The message quotes it and shows one that can. */
public class InvalidRule extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * @param text the rule as it was written
     * @param problem why it cannot be read, as the middle of a sentence
     */
    public InvalidRule(String text, String problem) {
        super("The rule \"" + text + "\" cannot be read: " + problem
                + ". Write it as \"MON-THU 10:00-17:00 Asia/Tokyo\", \"SUN 02:30+30m Europe/Amsterdam\" or"
                + " \"2026-12-24 to 2027-01-02 Europe/Amsterdam Year's end\".");
    }
}
