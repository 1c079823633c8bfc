package io.jenkins.plugins.itgc.jenkins.view;

import hudson.ExtensionPoint;

/** Takes the answers that people give to approval requests on the dashboard, and judges whether they count. */
public interface ApprovalDesk extends ExtensionPoint {
    /**
     * Whether this person may still answer this request. It decides which buttons are shown; an answer is judged again.
     *
     * @param request id of the request, as {@code approval.requested} names it
     * @param user id of the Jenkins user
     */
    boolean awaits(String request, String user);

    /**
     * The person approves. The caller holds {@link ItgcPermissions#APPROVE}; everything else is for the desk to check.
     *
     * @param reason what the person wrote; empty when nothing
     */
    DeskAnswer approve(String request, String user, String reason);

    /**
     * The person refuses.
     *
     * @param reason what the person wrote; never empty
     */
    DeskAnswer refuse(String request, String user, String reason);
}
