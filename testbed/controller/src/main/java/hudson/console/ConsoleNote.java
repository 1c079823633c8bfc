package hudson.console;

import java.io.Serializable;
import java.util.regex.Pattern;

/** Invisible markup inside a log line. */
public abstract class ConsoleNote<T> implements Serializable {
    private static final long serialVersionUID = 1L;

    public static final String PREAMBLE_STR = "\u001B[8mha:";
    public static final String POSTAMBLE_STR = "\u001B[0m";

    private static final Pattern NOTE =
            Pattern.compile(Pattern.quote(PREAMBLE_STR) + "[^\u001B]*" + Pattern.quote(POSTAMBLE_STR));

    protected ConsoleNote() {}

    /** The line without markup. */
    public static String removeNotes(String line) {
        return NOTE.matcher(line).replaceAll("");
    }
}
