package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import com.cloudbees.groovy.cps.Outcome;
import java.io.Serializable;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * What happens when a body has ended.
 *
 * @param owner the context of the step that the body belongs to
 * @param callbacks told in their order
 * @param body the handle that the step got
 */
record BodyEnd(StepContext owner, List<BodyExecutionCallback> callbacks, PipelineBody body) implements Serializable {
    void reached(Outcome outcome) {
        body.ended(outcome);
        for (BodyExecutionCallback callback : callbacks) {
            try {
                tell(callback, outcome);
            } catch (RuntimeException | Error e) {
                owner.onFailure(e);
            }
        }
    }

    private void tell(BodyExecutionCallback callback, Outcome outcome) {
        if (outcome.isSuccess()) {
            callback.onSuccess(owner, outcome.getNormal());
        } else {
            callback.onFailure(owner, outcome.getAbnormal());
        }
    }
}
