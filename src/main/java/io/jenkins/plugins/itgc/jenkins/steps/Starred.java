package io.jenkins.plugins.itgc.jenkins.steps;

import hudson.console.ConsoleLogFilter;
import hudson.model.Run;
import hudson.util.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts stars in place of a deploy's secrets in the log. Works on whole lines, so that no secret is cut in two. */
final class Starred extends ConsoleLogFilter implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String STARS = "****";

    private final ArrayList<Secret> secrets;

    /** @param secrets travel with the log to the agents, and are kept encrypted with the program */
    Starred(List<Secret> secrets) {
        this.secrets = new ArrayList<>(secrets);
    }

    @Override
    @SuppressWarnings("rawtypes") // Jenkins declares it so
    public OutputStream decorateLogger(Run build, OutputStream logger) {
        List<String> longestFirst = secrets.stream()
                .map(Secret::getPlainText)
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        return new Lines(logger, longestFirst);
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
            String text = line.toString(StandardCharsets.UTF_8);
            line.reset();
            for (String secret : secrets) {
                text = text.replace(secret, STARS);
            }
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
