package io.jenkins.plugins.itgc.jenkins.steps;

import hudson.model.Result;
import io.jenkins.plugins.itgc.jenkins.credentials.SecretMask;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import java.io.Serializable;
import org.jenkinsci.plugins.workflow.steps.FlowInterruptedException;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** How the body of a deploy ended, kept until it is recorded. Tells no secret of the deploy to anybody. */
final class DeployEnding implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Object result;
    private final Throwable failure;
    private final String reason;

    private DeployEnding(Object result, Throwable failure, String reason) {
        this.result = result;
        this.failure = failure;
        this.reason = reason;
    }

    static DeployEnding succeeded(Object result) {
        return new DeployEnding(result, null, null);
    }

    /** @param secrets what the body could have put into the failure's message */
    static DeployEnding failed(Throwable failure, SecretMask secrets) {
        return new DeployEnding(null, secrets.masked(failure), Reason.of(failure, secrets::masked));
    }

    DeployState state() {
        if (failure == null) {
            return DeployState.SUCCEEDED;
        }
        boolean stopped = failure instanceof FlowInterruptedException interrupted
                && interrupted.getResult().equals(Result.ABORTED);
        return stopped ? DeployState.ABORTED : DeployState.FAILED;
    }

    /** One sentence; null when there is nothing to say. */
    String reason() {
        return reason;
    }

    /** Lets the pipeline go on. */
    void tell(StepContext context) {
        if (failure == null) {
            context.onSuccess(result);
        } else {
            context.onFailure(failure);
        }
    }
}
