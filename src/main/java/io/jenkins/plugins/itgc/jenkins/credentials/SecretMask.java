package io.jenkins.plugins.itgc.jenkins.credentials;

import hudson.AbortException;
import hudson.console.ConsoleLogFilter;
import hudson.model.Run;
import hudson.util.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Serializable;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;

/** Puts stars in place of a deploy's secrets. In the log it works on whole lines, so that no secret is cut in two. */
public final class SecretMask extends ConsoleLogFilter implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String STARS = "****";

    private final ArrayList<Secret> secrets;

    /** @param secrets travel with the log to the agents, and are kept encrypted with the program */
    public SecretMask(List<Secret> secrets) {
        this.secrets = new ArrayList<>(secrets);
    }

    /** A text with stars in place of the secrets. */
    public String masked(String text) {
        return masked(text, longestFirst());
    }

    private static String masked(String text, List<String> secrets) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, STARS);
        }
        return masked;
    }

    /** A failure that tells no secret: itself, or one with the same message and stars. What it was caused by goes too. */
    public Throwable masked(Throwable failure) {
        boolean stopped = failure instanceof FlowInterruptedException; // tells who stopped it, in words of Jenkins
        return !stopped && tells(failure) ? new AbortException(masked(String.valueOf(failure.getMessage()))) : failure;
    }

    private boolean tells(Throwable failure) {
        StringWriter whole = new StringWriter();
        failure.printStackTrace(new PrintWriter(whole));
        return longestFirst().stream().anyMatch(whole.toString()::contains);
    }

    private List<String> longestFirst() {
        return secrets.stream()
                .map(Secret::getPlainText)
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    @Override
    @SuppressWarnings("rawtypes") // Jenkins declares it so
    public OutputStream decorateLogger(Run build, OutputStream logger) {
        return new Lines(logger, longestFirst());
    }

    private static final class Lines extends OutputStream {
        private final OutputStream out;
        private final List<String> secrets;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        Lines(OutputStream out, List<String> secrets) {
            this.out = out;
            this.secrets = secrets;
        }

        @Override
        public synchronized void write(int b) throws IOException {
            line.write(b);
            if (b == '\n') {
                emit();
            }
        }

        private void emit() throws IOException {
            String text = masked(line.toString(StandardCharsets.UTF_8), secrets);
            line.reset();
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public synchronized void close() throws IOException {
            if (line.size() > 0) {
                emit();
            }
            out.close();
        }
    }
}
