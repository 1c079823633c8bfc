package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import hudson.model.TaskListener;
import io.jenkins.plugins.itgc.testbed.controller.store.LogLinks;
import java.io.IOException;
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
        UnaryOperator<String> filter = masks == null ? UnaryOperator.identity() : masks::mask;
        PrintStream stream =
                new PrintStream(new LineStream(line -> write(filter.apply(line))), true, StandardCharsets.UTF_8);
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
