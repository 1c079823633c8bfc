package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import com.cloudbees.groovy.cps.Continuable;
import com.cloudbees.groovy.cps.Outcome;
import groovy.lang.Closure;
import groovy.lang.Script;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** The running script with all its lines of control; this is what a restart reads back. */
final class Program implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int NONE = -1;

    /** Means all lines of control. */
    static final int EVERYWHERE = -1;

    private final Map<Integer, ProgramThread> threads = new ConcurrentSkipListMap<>();
    private int lastThread;
    private int lastNode = 1;
    private transient PipelineExecution execution;

    Program(PipelineExecution execution) {
        this.execution = execution;
    }

    PipelineExecution execution() {
        return execution;
    }

    /** Connects a program that was read back. */
    void attach(PipelineExecution owner) {
        execution = owner;
        threads.values().forEach(t -> t.attach(this));
    }

    void main(Script script) {
        add(NONE, new Continuable(script), List.of(), null);
    }

    ProgramThread body(ProgramThread parent, Closure<?> code, List<Object> context, BodyEnd end) {
        return add(parent.id, Closures.continuable(code), List.copyOf(context), end);
    }

    private ProgramThread add(int parent, Continuable code, List<Object> context, BodyEnd end) {
        ProgramThread thread = new ProgramThread(this, lastThread++, parent, code, context, end);
        threads.put(thread.id, thread);
        return thread;
    }

    ProgramThread thread(int id) {
        return threads.get(id);
    }

    Collection<ProgramThread> threads() {
        return threads.values();
    }

    NodeRecord newNode(String function, String label) {
        return new NodeRecord(String.valueOf(++lastNode), function, label);
    }

    /** Runs whatever can run until all lines wait; returns the outcome of the script if it ended. */
    Outcome runUntilAllWait() {
        Outcome result = null;
        for (List<ProgramThread> ready = runnable(); !ready.isEmpty(); ready = runnable()) {
            for (ProgramThread next : ready) {
                Outcome outcome = runChunk(next);
                result = outcome == null ? result : outcome;
            }
        }
        return result;
    }

    private Outcome runChunk(ProgramThread thread) {
        Outcome outcome = thread.runUntilItWaits();
        if (!thread.hasEnded()) {
            return null;
        }
        threads.remove(thread.id);
        endBody(thread, outcome);
        return thread.end() == null ? outcome : null;
    }

    private void endBody(ProgramThread ended, Outcome outcome) {
        if (ended.end() != null) {
            execution.log().bodyEnded();
            ended.end().reached(outcome);
        }
    }

    private List<ProgramThread> runnable() {
        return threads.values().stream().filter(ProgramThread::isRunnable).toList();
    }

    /** The lines that no other line waits below, within the given one; everywhere. */
    List<ProgramThread> leavesWithin(int root) {
        List<ProgramThread> leaves = new ArrayList<>();
        Set<Integer> parents = threads.values().stream().map(t -> t.parent).collect(Collectors.toSet());
        for (ProgramThread thread : threads.values()) {
            if (!parents.contains(thread.id) && (root == EVERYWHERE || isWithin(thread, root))) {
                leaves.add(thread);
            }
        }
        return leaves;
    }

    private boolean isWithin(ProgramThread thread, int root) {
        for (ProgramThread t = thread; t != null; t = threads.get(t.parent)) {
            if (t.id == root) {
                return true;
            }
        }
        return false;
    }

    /** The running steps: those that no other one runs inside of, or all. */
    List<StepExecution> steps(boolean innermostOnly) {
        Collection<ProgramThread> lines = innermostOnly ? leavesWithin(EVERYWHERE) : threads.values();
        return lines.stream().map(ProgramThread::step).filter(Objects::nonNull).toList();
    }
}
