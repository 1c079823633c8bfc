package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.ledger.event.ApprovalEvent;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import java.util.Objects;
import java.util.Optional;

/**
 * What an event about an approval means to people.
 *
 * @param request id of the request
 * @param subject the change and the environment
 * @param sentence what happened
 * @param opening whether approval was just requested
 * @param urgent whether everybody should look now
 */
public record News(String request, String subject, String sentence, boolean opening, boolean urgent) {
    /** Empty for what nobody needs to hear. */
    public static Optional<News> of(Recorded<? extends ApprovalEvent> recorded) {
        ApprovalEvent event = recorded.event();
        String subject = event.subject().text();
        if (event instanceof ApprovalEvent.Requested) {
            String id = String.valueOf(recorded.sequence());
            return Optional.of(new News(id, subject, "Approval requested for " + subject + ".", true, false));
        }
        if (event instanceof ApprovalEvent.Act act) {
            return said(act, subject);
        }
        if (event instanceof ApprovalEvent.Completed) {
            return changed(event, "The approval of " + subject + " is complete.", false);
        }
        if (event instanceof ApprovalEvent.Voided) {
            return changed(event, "The change was altered, so this request is void.", false);
        }
        return event instanceof ApprovalEvent.Expired
                ? changed(event, "Nobody completed the approval in time.", false)
                : changed(event, "The break-glass review of " + subject + " is overdue; deploys are blocked.", true);
    }

    private static Optional<News> said(ApprovalEvent.Act act, String subject) {
        if (act instanceof ApprovalEvent.Given) {
            return said(act, "approved", false);
        }
        if (act instanceof ApprovalEvent.Refused) {
            return said(act, "refused", false);
        }
        if (act instanceof ApprovalEvent.Withdrawn) {
            return said(act, "withdrew their answer", false);
        }
        if (act instanceof ApprovalEvent.BreakGlassOpened) {
            return said(act, "invoked break-glass for " + subject, true);
        }
        if (act instanceof ApprovalEvent.BreakGlassConfirmed) {
            return said(act, "confirmed break-glass for " + subject, true);
        }
        return act instanceof ApprovalEvent.BreakGlassReviewed
                ? said(act, "reviewed the break-glass of " + subject, false)
                : Optional.empty();
    }

    private static Optional<News> said(ApprovalEvent.Act act, String did, boolean urgent) {
        ApprovalEvent.Answer answer = act.body();
        String why = answer.reason() == null || answer.reason().isBlank() ? "" : ": " + answer.reason();
        String sentence = answer.person() + " " + did + " (" + answer.channel() + ")" + why;
        return Optional.of(new News(answer.request(), act.subject().text(), sentence, false, urgent));
    }

    private static Optional<News> changed(ApprovalEvent event, String sentence, boolean urgent) {
        String request = Objects.requireNonNull(event.request(), "Only the request itself names none.");
        return Optional.of(new News(request, event.subject().text(), sentence, false, urgent));
    }
}
