package hudson.console;

import io.jenkins.plugins.itgc.testbed.controller.store.LogLinks;
import java.io.Serializable;

/** Makes a part of a log line a link. */
public class HyperlinkNote implements Serializable {
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
        return new HyperlinkNote(url, line.length()).mark() + line;
    }

    private String mark() {
        return LogLinks.mark(url, length);
    }
}
