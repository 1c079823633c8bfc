package io.jenkins.plugins.itgc.dashboard;

/** Takes the answers that people give to approval requests on the dashboard, and judges whether they count. */
public interface ApprovalAnswers {
    /**
     * Whether this person may still answer this request. It decides which buttons are shown; an answer is judged again.
     *
     * @param request id of the request, as {@code approval.requested} names it
     * @param user id of the Jenkins user
     */
    boolean awaits(String request, String user);

    /**
     * The person approves. The caller holds the permission to approve deploys; everything else is checked here.
     *
     * @param reason what the person wrote; empty when nothing
     */
    ActionResult approve(String request, String user, String reason);

    /**
     * The person refuses.
     *
     * @param reason what the person wrote; never empty
     */
    ActionResult refuse(String request, String user, String reason);
}
