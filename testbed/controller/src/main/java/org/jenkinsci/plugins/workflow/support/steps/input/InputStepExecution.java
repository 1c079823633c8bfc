package org.jenkinsci.plugins.workflow.support.steps.input;

import hudson.console.HyperlinkNote;
import hudson.model.ModelObject;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.User;
import hudson.security.ACL;
import io.jenkins.plugins.itgc.testbed.controller.steps.InputSubmitters;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import jenkins.model.CauseOfInterruption;
import jenkins.model.Jenkins;
import jenkins.util.Timer;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.support.actions.PauseAction;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.interceptor.RequirePOST;

/** A question that waits for its answer. */
public class InputStepExecution extends StepExecution implements ModelObject {
    private static final long serialVersionUID = 1L;

    private final InputStep input;
    private volatile boolean settled;

    InputStepExecution(InputStep input, StepContext context) {
        super(context);
        this.input = input;
    }

    @Override
    public boolean start() throws Exception {
        action().add(this);
        FlowNode node = getContext().get(FlowNode.class);
        if (node != null) {
            node.addAction(new PauseAction("Input"));
        }
        announce();
        return false;
    }

    private void announce() throws IOException, InterruptedException {
        String base = "/" + getRun().getUrl() + "input/";
        getContext()
                .get(TaskListener.class)
                .getLogger()
                .println(input.getMessage() + "\n"
                        + HyperlinkNote.encodeTo(base, input.getOk() + " or " + input.getCancel()));
    }

    private InputAction action() throws IOException, InterruptedException {
        Run<?, ?> run = getRun();
        InputAction existing = run.getAction(InputAction.class);
        if (existing != null) {
            return existing;
        }
        InputAction created = new InputAction();
        run.addAction(created);
        return created;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored")
    public void stop(Throwable cause) throws Exception {
        settled = true;
        Timer.get().submit(() -> {
            settle();
            getContext().onFailure(cause);
        });
    }

    private void settle() {
        settled = true;
        try {
            FlowNode node = getContext().get(FlowNode.class);
            if (node != null) {
                PauseAction.endCurrentPause(node);
            }
            action().remove(this);
        } catch (IOException | TimeoutException e) {
            throw new IllegalStateException("Could not end the question " + getId(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public String getId() {
        return input.getId();
    }

    public InputStep getInput() {
        return input;
    }

    public Run<?, ?> getRun() throws IOException, InterruptedException {
        return getContext().get(Run.class);
    }

    public boolean isSettled() {
        return settled;
    }

    @Override
    public String getDisplayName() {
        return input.getMessage();
    }

    /** Answers with parameters; does not ask for permission. */
    public HttpResponse proceed(Map<String, Object> params) throws IOException, InterruptedException {
        User user = User.current();
        Map<String, Object> values = new HashMap<>(params == null ? Map.of() : params);
        if (input.getSubmitterParameter() != null) {
            values.put(input.getSubmitterParameter(), user == null ? "anonymous" : user.getId());
        }
        settle();
        getContext()
                .get(TaskListener.class)
                .getLogger()
                .println("Approved by " + (user == null ? "anonymous" : user.getDisplayName()));
        Object value = values.size() == 1 ? values.values().iterator().next() : values.isEmpty() ? null : values;
        getContext().onSuccess(value);
        return HttpResponses.redirectToDot();
    }

    /** The button to go on. */
    @RequirePOST
    public HttpResponse doProceedEmpty() throws IOException, InterruptedException {
        preSubmissionCheck();
        return proceed(null);
    }

    /** The form's two buttons. */
    @RequirePOST
    public HttpResponse doSubmit(StaplerRequest2 request) throws IOException, ServletException, InterruptedException {
        return request.getParameter("proceed") == null ? doAbort() : doProceedEmpty();
    }

    /** The button to stop. */
    @RequirePOST
    public HttpResponse doAbort() throws IOException, InterruptedException {
        InputSubmitters.checkAbort(getRun(), input);
        User user = User.current();
        settle();
        CauseOfInterruption cause = new CauseOfInterruption.UserInterruption(user == null ? "anonymous" : user.getId());
        getContext().onFailure(new FlowInterruptedException(Result.ABORTED, true, cause));
        return HttpResponses.redirectToDot();
    }

    /** Throws unless the question is open and the caller may answer it. */
    public void preSubmissionCheck() throws IOException, InterruptedException {
        if (settled) {
            throw HttpResponses.errorWithoutStack(400, "This input has been already answered");
        }
        if (!ACL.SYSTEM2.equals(Jenkins.getAuthentication2())) {
            InputSubmitters.check(getRun(), input);
        }
    }
}
