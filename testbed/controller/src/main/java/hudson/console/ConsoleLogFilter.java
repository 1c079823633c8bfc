package hudson.console;

import hudson.ExtensionPoint;
import hudson.model.Run;
import java.io.IOException;
import java.io.OutputStream;

/** Changes what goes into the log of a build. */
public abstract class ConsoleLogFilter implements ExtensionPoint {
    public ConsoleLogFilter() {}

    /** The stream to write to instead of this one. */
    @SuppressWarnings("rawtypes") // as in Jenkins, or what overrides it would not compile there
    public OutputStream decorateLogger(Run build, OutputStream logger) throws IOException, InterruptedException {
        return logger;
    }
}
