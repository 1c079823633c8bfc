package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import com.cloudbees.groovy.cps.Continuable;
import com.cloudbees.groovy.cps.Outcome;
import groovy.lang.Closure;
import java.io.Serializable;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** One line of control of a Pipeline: the script itself, or one run of a step's body. */
final class ProgramThread implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final ThreadLocal<ProgramThread> CURRENT = new ThreadLocal<>();

    final int id;
    final int parent;
    final List<Object> context;
    final Continuable code;
    private final BodyEnd end;

    private volatile Outcome resume;
    private int invocation;
    private volatile NodeRecord node;
    private volatile StepExecution step;
    private volatile Closure<?> body;
    private transient volatile Outcome immediate;
    private transient volatile boolean starting;
    private transient Program program;

    ProgramThread(Program program, int id, int parent, Continuable code, List<Object> context, BodyEnd end) {
        this.program = program;
        this.id = id;
        this.parent = parent;
        this.code = code;
        this.context = context;
        this.end = end;
        this.resume = new Outcome(null, null);
    }

    /** The line whose code runs in this thread, or null. */
    static ProgramThread current() {
        return CURRENT.get();
    }

    Program program() {
        return program;
    }

    void attach(Program owner) {
        this.program = owner;
    }

    BodyEnd end() {
        return end;
    }

    NodeRecord node() {
        return node;
    }

    StepExecution step() {
        return step;
    }

    Closure<?> body() {
        return body;
    }

    synchronized int invocation() {
        return invocation;
    }

    boolean isRunnable() {
        return resume != null;
    }

    /** Lets the code go on with a value or an exception. */
    void resume(Outcome with) {
        resume = with;
    }

    /** Runs until the code waits or ends; the outcome counts only if it ended. */
    Outcome runUntilItWaits() {
        Outcome with = resume;
        resume = null;
        CURRENT.set(this);
        try {
            return code.run0(with, Continuable.categories);
        } finally {
            CURRENT.remove();
        }
    }

    boolean hasEnded() {
        return !code.isResumable();
    }

    /** A step begins; from now on its context is valid. */
    PipelineContext enter(NodeRecord at, Closure<?> stepBody) {
        int call = next();
        node = at;
        body = stepBody;
        immediate = null;
        starting = true;
        return new PipelineContext(program.execution(), id, call);
    }

    private synchronized int next() {
        return ++invocation;
    }

    void started(StepExecution execution) {
        step = execution;
    }

    /** The outcome of a step that ended while it was started, or null; its start is over. */
    Outcome takeImmediate() {
        starting = false;
        Outcome outcome = immediate;
        immediate = null;
        return outcome;
    }

    boolean isStarting(int thatInvocation) {
        return starting && invocation() == thatInvocation;
    }

    void endedWhileStarting(Outcome outcome) {
        if (immediate == null) {
            immediate = outcome;
        }
    }

    /** The step is over. */
    void leave() {
        step = null;
        body = null;
        starting = false;
    }
}
