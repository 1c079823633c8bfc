package hudson.model;

import hudson.console.HyperlinkNote;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Where a build writes its log. */
public interface TaskListener {
    /** Swallows everything. */
    TaskListener NULL = () -> new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    PrintStream getLogger();

    /** Writes a link without line end. */
    default void hyperlink(String url, String text) throws IOException {
        getLogger().print(HyperlinkNote.encodeTo(url, text));
    }

    /** Writes an error line. */
    default PrintWriter error(String message) {
        getLogger().println("ERROR: " + message);
        return new PrintWriter(getLogger(), true, StandardCharsets.UTF_8);
    }

    @SuppressWarnings("AnnotateFormatMethod")
    default PrintWriter error(String format, Object... args) {
        return error(String.format(format, args));
    }
}
