package hudson.console;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Makes a part of a log line a link. */
public class HyperlinkNote extends ConsoleNote<Object> {
    private static final long serialVersionUID = 1L;

    private final String url;
    private final int length;

    public HyperlinkNote(String url, int length) {
        this.url = url;
        this.length = length;
    }

    /** The text with its link; line ends become blanks. */
    public static String encodeTo(String url, String text) {
        String line = text.replace('\n', ' ').replace('\r', ' ');
        return new HyperlinkNote(url, line.length()).markup() + line;
    }

    private String markup() {
        byte[] bytes = (length + " " + url).getBytes(StandardCharsets.UTF_8);
        return PREAMBLE_STR + Base64.getEncoder().encodeToString(bytes) + POSTAMBLE_STR;
    }
}
