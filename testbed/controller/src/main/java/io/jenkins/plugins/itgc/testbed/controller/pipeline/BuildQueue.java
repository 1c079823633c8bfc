package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import hudson.model.Action;
import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.queue.QueueTaskFuture;
import io.jenkins.plugins.itgc.testbed.controller.ControllerRuntime;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import jenkins.util.Timer;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;

/** Starts builds after their quiet period; one at a time for jobs that want it so. */
public final class BuildQueue implements AutoCloseable {
    private final Map<WorkflowJob, Queue<ScheduledBuild>> waiting = new HashMap<>();
    private boolean closed;

    /** Asks for a build; null if the job cannot be built. */
    @SuppressWarnings("FutureReturnValueIgnored")
    public QueueTaskFuture<WorkflowRun> schedule(WorkflowJob job, int quietSeconds, Action... actions) {
        if (!job.isBuildable()) {
            return null;
        }
        ScheduledBuild build = new ScheduledBuild(job, withCause(actions));
        if (quietSeconds <= 0) {
            ControllerRuntime.current().workers().execute(() -> offer(build));
        } else {
            Timer.get().schedule(() -> offer(build), quietSeconds, TimeUnit.SECONDS);
        }
        return build;
    }

    private static Action[] withCause(Action... actions) {
        for (Action action : actions) {
            if (action instanceof CauseAction) {
                return actions;
            }
        }
        Action[] extended = java.util.Arrays.copyOf(actions, actions.length + 1);
        extended[actions.length] = new CauseAction(new UnknownCause());
        return extended;
    }

    private synchronized void offer(ScheduledBuild build) {
        if (closed || build.isCancelled()) {
            return;
        }
        if (!build.job().isConcurrentBuild() && build.job().isBuilding()) {
            waiting.computeIfAbsent(build.job(), j -> new ArrayDeque<>()).add(build);
        } else {
            build.begin();
        }
    }

    /** A build of the job has ended; the next one may start. */
    void ended(WorkflowJob job) {
        ScheduledBuild next;
        synchronized (this) {
            Queue<ScheduledBuild> queue = waiting.get(job);
            next = queue == null ? null : queue.poll();
        }
        if (next != null) {
            offer(next);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        waiting.values().forEach(q -> q.forEach(b -> b.cancel(true)));
        waiting.clear();
    }

    /** Nobody said why. */
    private static final class UnknownCause extends Cause {
        @Override
        public String getShortDescription() {
            return "Started by an unknown cause";
        }
    }
}
