package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import hudson.console.ConsoleLogFilter;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.itgc.testbed.controller.store.LogLinks;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The log of a running build, written line by line from many threads. */
public final class BuildLog {
    private final Path file;
    private final Consumer<String> follower;

    BuildLog(Path file, Consumer<String> follower) {
        this.file = file;
        this.follower = follower;
    }

    /** A listener whose lines are masked. */
    TaskListener listener(Masks masks) {
        return listener(masked(masks));
    }

    /** A listener whose lines are masked, and filtered as the step's context asks. */
    TaskListener listener(Masks masks, ConsoleLogFilter filter, Run<?, ?> build)
            throws IOException, InterruptedException {
        return listener(filter == null ? masked(masks) : filter.decorateLogger(build, masked(masks)));
    }

    private OutputStream masked(Masks masks) {
        UnaryOperator<String> masking = masks == null ? UnaryOperator.identity() : masks::mask;
        return new LineStream(line -> write(masking.apply(line)));
    }

    private static TaskListener listener(OutputStream lines) {
        PrintStream stream = new PrintStream(lines, true, StandardCharsets.UTF_8);
        return () -> stream;
    }

    /** Writes a line of the build itself. */
    public void line(String text) {
        write(text + "\n");
    }

    void stepStarted(String function) {
        line("[Pipeline] " + function);
    }

    void stepWithBodyEnded(String function) {
        line("[Pipeline] // " + function);
    }

    void bodyStarted(String name) {
        line(name == null ? "[Pipeline] {" : "[Pipeline] { (" + name + ")");
    }

    void bodyEnded() {
        line("[Pipeline] }");
    }

    /** Opens the file for each line only, so that many waiting builds hold no files. */
    private synchronized void write(String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("The log cannot be written: " + file, e);
        }
        follower.accept(LogLinks.remove(text).stripTrailing());
    }
}
