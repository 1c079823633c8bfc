package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import com.cloudbees.groovy.cps.Outcome;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.SettableFuture;
import groovy.lang.Script;
import hudson.model.Result;
import io.jenkins.plugins.itgc.testbed.controller.ControllerRuntime;
import io.jenkins.plugins.itgc.testbed.controller.store.BuildRecord;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.flow.FlowExecution;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** A build's Pipeline while it runs: one thread at a time, and the program on disk whenever all of it waits. */
public final class PipelineExecution extends FlowExecution {
    private final WorkflowRun run;
    private final BuildRecord stored;
    private final Executions owner;
    private final BuildLog log;
    private final SerialExecutor vm;
    private final CompletableFuture<WorkflowRun> completion = new CompletableFuture<>();
    private final Map<String, StepNode> nodes = new ConcurrentHashMap<>();
    private final ScriptCompiler compiler = new ScriptCompiler();
    private final LoadedProgram program = new LoadedProgram();
    private volatile boolean over;

    PipelineExecution(WorkflowRun run, Executions owner) {
        this.run = run;
        this.owner = owner;
        this.stored = BuildRecord.of(run);
        this.log =
                new BuildLog(stored.log(), line -> owner.written(run.getParent().getFullName(), line));
        this.vm = new SerialExecutor(ControllerRuntime.current().workers(), this::saveWhenIdle);
    }

    @Override
    public void start() {
        vm.execute(() -> {
            try {
                run.getCauses().forEach(c -> c.print(log.listener(null)));
                stored.script(PipelineText.of(run, log.listener(null)));
                run.save();
                Program fresh = new Program(this);
                Script script = compiler.compile(stored.script());
                log.line("[Pipeline] Start of Pipeline");
                program.set(fresh);
                fresh.main(script);
                advance();
            } catch (Exception | LinkageError e) {
                finish(new Outcome(null, e));
            }
        });
    }

    /** Reads the program back and wakes its steps. */
    void resume() {
        vm.execute(() -> {
            try {
                Program read = ProgramFile.read(stored.program(), compiler.loaderFor(stored.script()), this);
                read.attach(this);
                program.set(read);
                log.line("Resuming build at " + java.time.Instant.now() + " after Jenkins restart");
                ControllerRuntime.current().workers().execute(this::wakeSteps);
                advance();
            } catch (Exception | LinkageError e) {
                finish(new Outcome(null, new IOException("The build cannot go on after the restart", e)));
            }
        });
    }

    private void wakeSteps() {
        for (ProgramThread thread : List.copyOf(program.now().threads())) {
            StepExecution step = thread.step();
            if (step != null) {
                try {
                    step.onResume();
                } catch (RuntimeException | Error e) {
                    step.getContext().onFailure(e);
                }
            }
        }
    }

    /**
     * Carries out a change of the program, at once if called from its own thread, and lets it go on. What was asked for
     * meanwhile, like a save, comes in between, as in Jenkins.
     */
    void inProgram(Runnable change) {
        if (vm.isCurrent()) {
            change.run();
        } else {
            vm.execute(() -> {
                if (!over) {
                    change.run();
                    vm.execute(this::advance);
                }
            });
        }
    }

    private void advance() {
        if (over || program.now() == null) {
            return;
        }
        Outcome outcome = program.now().runUntilAllWait();
        if (outcome != null) {
            finish(outcome);
        }
    }

    void stepEnded(int thread, int invocation, Outcome outcome) {
        ProgramThread at = thread(thread);
        if (vm.isCurrent() && at != null && at.isStarting(invocation)) {
            at.endedWhileStarting(outcome);
            return;
        }
        vm.execute(() -> {
            ProgramThread waiting = thread(thread);
            if (!over && waiting != null && waiting.invocation() == invocation && waiting.step() != null) {
                leave(waiting);
                waiting.resume(outcome);
                advance();
            }
        });
    }

    void leave(ProgramThread thread) {
        if (thread.body() != null) {
            log.stepWithBodyEnded(thread.node().function());
        }
        thread.leave();
    }

    @Override
    public void interrupt(Result result, CauseOfInterruption... causes) {
        inProgram(() -> stopWithin(Program.EVERYWHERE, new FlowInterruptedException(result, true, causes)));
    }

    /** Stops the innermost steps within a line of control, or everywhere. */
    void stopWithin(int root, Throwable cause) {
        for (ProgramThread leaf : program.now().leavesWithin(root)) {
            StepExecution step = leaf.step();
            if (step == null) {
                leaf.resume(new Outcome(null, cause));
            } else {
                stop(step, cause);
            }
        }
    }

    private static void stop(StepExecution step, Throwable cause) {
        try {
            step.stop(cause);
        } catch (Exception e) {
            cause.addSuppressed(e);
            step.getContext().onFailure(cause);
        }
    }

    private void finish(Outcome outcome) {
        if (over) {
            return;
        }
        over = true;
        program.giveUp();
        log.line("[Pipeline] End of Pipeline");
        new BuildEnding(run, log.listener(null)).report(outcome);
        stored.complete();
        log.line("Finished: " + run.getResult());
        store();
        owner.ended(this);
        completion.complete(run);
    }

    private void store() {
        try {
            run.save();
            java.nio.file.Files.deleteIfExists(stored.program());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void saveWhenIdle() {
        if (over || program.now() == null) {
            return;
        }
        try {
            ProgramFile.write(stored.program(), program.now());
        } catch (IOException | RuntimeException e) {
            finish(new Outcome(
                    null, new IOException("The state of the Pipeline cannot be saved: " + e.getMessage(), e)));
        }
    }

    /** Writes the program as soon as it waits. */
    ListenableFuture<Void> saveSoon() {
        if (vm.isCurrent() || over) {
            return Futures.immediateVoidFuture();
        }
        SettableFuture<Void> done = SettableFuture.create();
        vm.execute(() -> {
            saveWhenIdle();
            done.set(null);
        });
        return done;
    }

    /** Waits for the present step of the program, writes it and does nothing more. */
    void suspend() {
        CountDownLatch written = new CountDownLatch(1);
        vm.execute(() -> {
            saveWhenIdle();
            over = true;
            written.countDown();
        });
        try {
            written.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public ListenableFuture<List<StepExecution>> getCurrentExecutions(boolean innerMostOnly) {
        Program running = program.now();
        return Futures.immediateFuture(running == null ? List.of() : running.steps(innerMostOnly));
    }

    /** The running steps; waits until the program has been read, unless called by the program itself. */
    List<StepExecution> steps() {
        Program running = vm.isCurrent() ? program.now() : program.awaited();
        return running == null ? List.of() : running.steps(false);
    }

    @Override
    public FlowNode getNode(String id) {
        return nodes.get(id);
    }

    StepNode node(NodeRecord at) {
        return nodes.computeIfAbsent(at.id(), id -> new StepNode(this, at));
    }

    @Override
    public boolean isComplete() {
        return over;
    }

    @Override
    public String getUrl() {
        return run.getUrl();
    }

    ProgramThread thread(int id) {
        Program running = program.now();
        return running == null ? null : running.thread(id);
    }

    Program program() {
        return program.now();
    }

    /** The build. */
    public WorkflowRun run() {
        return run;
    }

    /** The build's log. */
    public BuildLog log() {
        return log;
    }

    CompletableFuture<WorkflowRun> completion() {
        return completion;
    }
}
