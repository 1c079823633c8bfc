package io.jenkins.plugins.itgc.testbed.controller.store;

import hudson.model.Job;
import hudson.model.Run;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.function.Predicate;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;

/** The builds of a job, read from disk when first asked for. */
public final class Builds<R extends Run<?, R>> {
    private static final Map<Job<?, ?>, Builds<?>> ALL = Collections.synchronizedMap(new WeakHashMap<>());

    private final Job<?, ?> job;
    private TreeMap<Integer, R> byNumber;
    private int next;

    private Builds(Job<?, ?> job) {
        this.job = job;
    }

    /** The builds of a job. */
    public static Builds<?> of(Job<?, ?> job) {
        return ALL.computeIfAbsent(job, Builds::new);
    }

    @SuppressWarnings("NonApiType")
    private synchronized TreeMap<Integer, R> loaded() {
        if (byNumber == null) {
            byNumber = new TreeMap<>(Collections.reverseOrder());
            File[] folders = job.getBuildDir().listFiles(f -> f.getName().matches("[1-9][0-9]*"));
            for (File folder : folders == null ? new File[0] : folders) {
                load(folder);
            }
            next = byNumber.isEmpty() ? 1 : byNumber.firstKey() + 1;
        }
        return byNumber;
    }

    @SuppressWarnings("unchecked")
    private void load(File folder) {
        if (!new File(folder, "build.xml").exists()) {
            return;
        }
        try {
            WorkflowRun run = new WorkflowRun((WorkflowJob) job, folder);
            byNumber.put(run.getNumber(), (R) (Run<?, ?>) run);
        } catch (IOException e) {
            throw new UncheckedIOException("Unable to load the build in " + folder, e);
        }
    }

    /** The number of the next build. */
    public synchronized int nextNumber() {
        loaded();
        return next;
    }

    /** Takes the next number. */
    public synchronized int assignNumber() {
        loaded();
        return next++;
    }

    /** Adds a new build. */
    @SuppressWarnings("unchecked")
    public synchronized void add(Run<?, ?> run) {
        loaded().put(run.getNumber(), (R) run);
    }

    /** The build of this number, or null. */
    public synchronized R get(int number) {
        return loaded().get(number);
    }

    /** The newest build that the condition holds for, or null. */
    public synchronized R last(Predicate<R> condition) {
        return loaded().values().stream().filter(condition).findFirst().orElse(null);
    }

    /** All builds, the newest first. */
    public synchronized SortedMap<Integer, R> all() {
        return Collections.unmodifiableSortedMap(new TreeMap<>(loaded()));
    }

    /** Forgets all builds and removes their files. */
    public synchronized void deleteAll() throws IOException {
        loaded().clear();
        Folders.delete(job.getRootDir().toPath());
    }
}
