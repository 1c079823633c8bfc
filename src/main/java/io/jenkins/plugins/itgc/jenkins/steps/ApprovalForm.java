package io.jenkins.plugins.itgc.jenkins.steps;

import hudson.model.Run;
import hudson.model.User;
import io.jenkins.plugins.itgc.approval.Answer;
import io.jenkins.plugins.itgc.approval.ApprovalQuestion;
import io.jenkins.plugins.itgc.approval.Receipt;
import io.jenkins.plugins.itgc.approval.Vote;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.gates.ApprovalCall;
import io.jenkins.plugins.itgc.jenkins.gates.GateConsole;
import io.jenkins.plugins.itgc.jenkins.gates.PauseMark;
import io.jenkins.plugins.itgc.people.Account;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jenkinsci.plugins.workflow.support.steps.input.InputAction;
import org.jenkinsci.plugins.workflow.support.steps.input.InputStep;
import org.jenkinsci.plugins.workflow.support.steps.input.InputStepExecution;

/**
 * The form of Jenkins' own input step, which every view of a build knows. Whoever Jenkins lets answer, it is
 * judged whether the answer counts; after one that does not settle the gate, the form is put up again under another id.
 */
final class ApprovalForm implements Companion {
    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = Logger.getLogger(ApprovalForm.class.getName());
    private static final String CHANNEL = "jenkins";
    private static final String APPROVER = "approver";

    private final ApprovalCall call;
    private InputStepExecution open;
    private String request;
    private int number;
    private transient boolean over;

    ApprovalForm(ApprovalCall call) {
        this.call = call;
    }

    @Override
    public synchronized void waiting(StepContext context) throws IOException, InterruptedException {
        ApprovalQuestion seen = call.question();
        if (over || seen == null) {
            return;
        }
        if (open != null && !seen.request().equals(request)) {
            takeDown(context);
        }
        if (open == null && !seen.submitters().isEmpty()) {
            request = seen.request();
            putUp(context, seen);
        }
    }

    private void putUp(StepContext context, ApprovalQuestion seen) throws IOException, InterruptedException {
        number++;
        InputStep input = new InputStep(seen.question());
        input.setId("Approval" + context.get(FlowNode.class).getId() + "x" + number);
        input.setOk("Approve");
        input.setCancel("Refuse");
        input.setSubmitter(String.join(",", seen.submitters()));
        input.setSubmitterParameter(APPROVER);
        PauseMark.end(context);
        try {
            StepExecution form = input.start(new FormContext(context, this));
            open = (InputStepExecution) form;
            form.start();
        } catch (IOException | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("The form for the approval could not be put up.", e);
        }
    }

    /** Only an execution that the pipeline itself knows comes back by itself; this one is put back by hand. */
    @Override
    public synchronized void resumed(StepContext context) throws IOException, InterruptedException {
        InputAction action = context.get(Run.class).getAction(InputAction.class);
        if (open == null || action == null) {
            open = null;
            return;
        }
        try {
            action.remove(open);
            action.add(open);
        } catch (TimeoutException e) {
            throw new IOException("The form for the approval could not be put back after the restart.", e);
        }
    }

    @Override
    public synchronized void over(StepContext context) {
        over = true;
        takeDown(context);
    }

    private void takeDown(StepContext context) {
        try {
            InputAction action = context.get(Run.class).getAction(InputAction.class);
            if (open != null && action != null) {
                action.remove(open);
            }
        } catch (IOException | TimeoutException e) {
            LOGGER.log(Level.WARNING, "The form of an approval could not be taken down", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        open = null;
        PauseMark.end(context);
    }

    void approved(StepContext context, Object submitter) {
        answered(context, String.valueOf(submitter), Vote.Act.GIVE, "");
    }

    /** Jenkins does not say who refused, but it is done by the person in whose name this thread runs. */
    void refused(StepContext context) {
        User user = User.current();
        answered(context, user == null ? "anonymous" : user.getId(), Vote.Act.REFUSE, "refused in the build");
    }

    private void answered(StepContext context, String user, Vote.Act act, String reason) {
        String asked;
        synchronized (this) {
            open = null;
            asked = request;
        }
        Receipt receipt =
                ItgcServices.get().approvals().vote(new Answer(asked, Account.jenkins(user), CHANNEL, reason), act);
        try {
            GateConsole.of(context).say(user + ": " + receipt.sentence());
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, "An answer could not be shown in the build's log", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
