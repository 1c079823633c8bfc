package io.jenkins.plugins.itgc.jenkins.view;

import hudson.Extension;
import io.jenkins.plugins.itgc.approval.Answer;
import io.jenkins.plugins.itgc.approval.Receipt;
import io.jenkins.plugins.itgc.approval.Vote;
import io.jenkins.plugins.itgc.dashboard.ActionResult;
import io.jenkins.plugins.itgc.dashboard.ApprovalAnswers;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.people.Account;

/** Takes answers from the dashboard and its programming interface. */
@Extension
public class DashboardAnswers implements ApprovalAnswers {
    private static final String CHANNEL = "dashboard";

    @Override
    public boolean awaits(String request, String user) {
        return ItgcServices.get().approvals().awaits(request, Account.jenkins(user));
    }

    @Override
    public ActionResult approve(String request, String user, String reason) {
        return answer(request, user, reason, Vote.Act.GIVE);
    }

    @Override
    public ActionResult refuse(String request, String user, String reason) {
        return answer(request, user, reason, Vote.Act.REFUSE);
    }

    private static ActionResult answer(String request, String user, String reason, Vote.Act act) {
        Receipt receipt =
                ItgcServices.get().approvals().vote(new Answer(request, Account.jenkins(user), CHANNEL, reason), act);
        return new ActionResult(receipt.taken(), receipt.answer());
    }
}
