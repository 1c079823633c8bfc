package io.jenkins.plugins.itgc.jenkins.steps;

import com.google.common.util.concurrent.ListenableFuture;
import hudson.model.Result;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** The context of a form inside a step: sees what the step sees, but its answer goes to the step, not to the pipeline. */
final class FormContext extends StepContext {
    private static final long serialVersionUID = 1L;

    private final StepContext outer;
    private final ApprovalForm form;

    FormContext(StepContext outer, ApprovalForm form) {
        this.outer = outer;
        this.form = form;
    }

    @Override
    public <T> T get(Class<T> key) throws IOException, InterruptedException {
        return outer.get(key);
    }

    @Override
    public void onSuccess(Object result) {
        form.approved(outer, result);
    }

    @Override
    public void onFailure(Throwable failure) {
        form.refused(outer);
    }

    @Override
    public boolean isReady() {
        return outer.isReady();
    }

    @Override
    public ListenableFuture<Void> saveState() {
        return outer.saveState();
    }

    @Override
    public void setResult(Result result) {
        // The form has no say in the build's result; the gate's judgement has.
    }

    @Override
    public BodyInvoker newBodyInvoker() {
        throw new IllegalStateException("A form has no body.");
    }

    @Override
    public boolean hasBody() {
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FormContext that && outer.equals(that.outer);
    }

    @Override
    public int hashCode() {
        return outer.hashCode() + 1;
    }
}
