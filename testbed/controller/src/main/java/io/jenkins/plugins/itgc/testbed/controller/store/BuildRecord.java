package io.jenkins.plugins.itgc.testbed.controller.store;

import com.thoughtworks.xstream.XStream;
import hudson.model.Action;
import hudson.model.Result;
import hudson.model.Run;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.WeakHashMap;

/** The stored part of a build: state, log and program in the build's folder. */
public final class BuildRecord {
    private static final Map<Run<?, ?>, BuildRecord> RECORDS = Collections.synchronizedMap(new WeakHashMap<>());

    private final File directory;
    private final BuildState state;

    private BuildRecord(File directory, BuildState state) {
        this.directory = directory;
        this.state = state;
    }

    /** A new build's record. */
    public static BuildRecord create(Run<?, ?> run, File directory) throws IOException {
        java.nio.file.Files.createDirectories(directory.toPath());
        return register(run, new BuildRecord(directory, new BuildState()));
    }

    /** The record of a build that is on disk. */
    public static BuildRecord load(Run<?, ?> run, File directory) throws IOException {
        Object state = XmlStore.read(xstream(), new File(directory, "build.xml"), null);
        return register(run, new BuildRecord(directory, (BuildState) state));
    }

    private static BuildRecord register(Run<?, ?> run, BuildRecord created) {
        RECORDS.put(run, created);
        return created;
    }

    /** The record of a build. */
    public static BuildRecord of(Run<?, ?> run) {
        return RECORDS.get(run);
    }

    private static XStream xstream() {
        XStream xstream = XmlStore.xstream();
        xstream.alias("flow-build", BuildState.class);
        return xstream;
    }

    /** Writes the state together with the build's actions. */
    public synchronized void save(List<? extends Action> actions) throws IOException {
        state.actions = new java.util.ArrayList<>(actions);
        XmlStore.write(xstream(), new File(directory, "build.xml"), state);
    }

    /** The stored actions. */
    public List<Action> actions() {
        return List.copyOf(state.actions);
    }

    /** The build's folder. */
    public File directory() {
        return directory;
    }

    /** The log file. */
    public Path log() {
        return directory.toPath().resolve("log");
    }

    /** The file of the running program. */
    public Path program() {
        return directory.toPath().resolve("program.dat");
    }

    /** The text of the Pipeline that the build runs, or null before its start. */
    public String script() {
        return state.script;
    }

    /** Notes the text of the Pipeline. */
    public void script(String text) {
        state.script = text;
    }

    /** The result so far, or null. */
    public Result result() {
        return state.result;
    }

    /** Takes a result unless the present one is as bad. */
    public synchronized void worsen(Result result) {
        if (state.result == null || result.isWorseThan(state.result)) {
            state.result = result;
        }
    }

    /** Ends the build. */
    public synchronized void complete() {
        if (state.result == null) {
            state.result = Result.SUCCESS;
        }
        state.duration = System.currentTimeMillis() - state.timestamp;
        state.completed = true;
    }

    /** Whether the build has ended. */
    public boolean isCompleted() {
        return state.completed;
    }

    /** The start in milliseconds since 1970. */
    public long timestamp() {
        return state.timestamp;
    }

    /** Milliseconds from start to end, 0 while it runs. */
    public long duration() {
        return state.duration;
    }

    /** The description, or null. */
    public String description() {
        return state.description;
    }

    /** Changes the description. */
    public void describe(String description) {
        state.description = description;
    }

    /** The name that replaces the number, or null. */
    public String displayName() {
        return state.displayName;
    }

    /** Changes the name. */
    public void rename(String name) {
        state.displayName = name;
    }

    /** Variables that the Pipeline set for the whole build. */
    public synchronized Map<String, String> environment() {
        return new TreeMap<>(state.environment);
    }

    /** Sets a variable for the whole build; null removes it. */
    public synchronized void environment(String name, String value) {
        if (value == null) {
            state.environment.remove(name);
        } else {
            state.environment.put(name, value);
        }
    }
}
