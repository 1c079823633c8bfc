package org.jenkinsci.plugins.workflow.support.steps.input;

import hudson.model.Run;
import io.jenkins.plugins.itgc.testbed.controller.ControllerRuntime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import jenkins.model.RunAction2;

/** The open questions of a build. */
public class InputAction implements RunAction2 {
    private final List<String> ids = new ArrayList<>();
    private transient List<InputStepExecution> executions;
    private transient Run<?, ?> run;

    public InputAction() {
        executions = new ArrayList<>();
    }

    @Override
    public void onAttached(Run<?, ?> run) {
        this.run = run;
    }

    @Override
    public void onLoad(Run<?, ?> run) {
        this.run = run;
    }

    public Run<?, ?> getRun() {
        return run;
    }

    @Override
    public String getIconFileName() {
        return ids.isEmpty() ? null : "symbol-pause";
    }

    @Override
    public String getDisplayName() {
        return ids.isEmpty() ? null : "Paused for Input";
    }

    @Override
    public String getUrlName() {
        return "input";
    }

    private synchronized List<InputStepExecution> load() throws InterruptedException, TimeoutException {
        if (executions == null) {
            List<InputStepExecution> found = new ArrayList<>();
            ControllerRuntime.current()
                    .executions()
                    .currentSteps(run, InputStepExecution.class)
                    .forEach(e -> {
                        if (ids.contains(e.getId())) {
                            found.add(e);
                        }
                    });
            executions = found;
        }
        return executions;
    }

    public synchronized void add(InputStepExecution step) throws IOException, InterruptedException, TimeoutException {
        load().add(step);
        ids.add(step.getId());
        run.save();
    }

    public synchronized void remove(InputStepExecution step)
            throws IOException, InterruptedException, TimeoutException {
        load().remove(step);
        ids.remove(step.getId());
        run.save();
    }

    public InputStepExecution getExecution(String id) throws InterruptedException, TimeoutException {
        return getExecutions().stream()
                .filter(e -> e.getId().equals(id))
                .findFirst()
                .orElse(null);
    }

    public synchronized List<InputStepExecution> getExecutions() throws InterruptedException, TimeoutException {
        return new ArrayList<>(load());
    }

    public boolean isWaitingForInput() throws InterruptedException, TimeoutException {
        return !getExecutions().isEmpty();
    }

    /** The question that a URL names. */
    public InputStepExecution getDynamic(String token) throws InterruptedException, TimeoutException {
        return getExecution(token);
    }
}
