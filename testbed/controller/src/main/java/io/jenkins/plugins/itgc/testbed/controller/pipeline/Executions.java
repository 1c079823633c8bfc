package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.ListenableFutureTask;
import hudson.model.Action;
import hudson.model.Item;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.User;
import io.jenkins.plugins.itgc.testbed.controller.ControllerRuntime;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jenkins.model.CauseOfInterruption;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** The builds that run now. */
public final class Executions {
    private final Map<String, PipelineExecution> live = new ConcurrentHashMap<>();
    private final Map<String, Consumer<String>> followers = new ConcurrentHashMap<>();
    private final List<Consumer<WorkflowRun>> endListeners = new CopyOnWriteArrayList<>();

    /** Is told of each build that ends. */
    public void onEnd(Consumer<WorkflowRun> listener) {
        endListeners.add(listener);
    }

    /** Is shown each line that builds of a job write; null ends it. */
    public void onLine(String job, Consumer<String> listener) {
        if (listener == null) {
            followers.remove(job);
        } else {
            followers.put(job, listener);
        }
    }

    void written(String job, String line) {
        Consumer<String> follower = followers.get(job);
        if (follower != null) {
            follower.accept(line);
        }
    }

    PipelineExecution begin(WorkflowJob job, Action... actions) throws IOException {
        WorkflowRun run = new WorkflowRun(job);
        for (Action action : actions) {
            run.addAction(action);
        }
        PipelineExecution execution = new PipelineExecution(run, this);
        live.put(run.getExternalizableId(), execution);
        JobBuilds.add(run);
        run.save();
        execution.start();
        return execution;
    }

    /** Lets the unfinished builds of these jobs go on. */
    public void resumeAll(List<WorkflowJob> jobs) {
        List<WorkflowRun> unfinished = jobs.stream()
                .flatMap(j -> JobBuilds.of(j).stream())
                .filter(WorkflowRun::isBuilding)
                .toList();
        for (WorkflowRun run : unfinished) {
            live.put(run.getExternalizableId(), new PipelineExecution(run, this));
        }
        unfinished.forEach(run -> of(run).resume());
    }

    /** Writes all programs and lets go of them. */
    public void suspendAll() {
        live.values().forEach(PipelineExecution::suspend);
        live.clear();
    }

    void ended(PipelineExecution execution) {
        live.remove(execution.run().getExternalizableId());
        endListeners.forEach(l -> l.accept(execution.run()));
        ControllerRuntime.current().queue().ended(execution.run().getParent());
    }

    PipelineExecution byId(String externalizableId) {
        return live.get(externalizableId);
    }

    /** The running Pipeline of a build, or null. */
    public PipelineExecution of(Run<?, ?> run) {
        return live.get(run.getExternalizableId());
    }

    /** Stops a build in the name of the caller. */
    public void stop(WorkflowRun run) {
        run.checkPermission(Item.CANCEL);
        PipelineExecution execution = of(run);
        if (execution != null) {
            User user = User.current();
            execution.interrupt(
                    Result.ABORTED, new CauseOfInterruption.UserInterruption(user == null ? "SYSTEM" : user.getId()));
        }
    }

    /** The running steps of a type in a build. */
    public <T extends StepExecution> List<T> currentSteps(Run<?, ?> run, Class<T> type) {
        PipelineExecution execution = of(run);
        return execution == null
                ? List.of()
                : execution.steps().stream()
                        .filter(type::isInstance)
                        .map(type::cast)
                        .toList();
    }

    /** Shows all running steps to the consumer, in the background. */
    public ListenableFuture<?> acceptAll(Consumer<StepExecution> consumer) {
        ListenableFutureTask<Void> task =
                ListenableFutureTask.create(() -> allSteps().forEach(consumer), null);
        if (ControllerRuntime.current().isStopping()) {
            return Futures.immediateCancelledFuture();
        }
        ControllerRuntime.current().workers().execute(task);
        return task;
    }

    private Stream<StepExecution> allSteps() {
        return live.values().stream().flatMap(e -> e.steps().stream());
    }
}
