package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.ledger.event.ApprovalEvent;
import io.jenkins.plugins.itgc.ledger.event.MessageBody;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import java.util.Objects;
import java.util.Optional;

/**
 * What an event about an approval means to people.
 *
 * @param request id of the request
 * @param subject the change and the environment
 * @param message what happened
 * @param opening whether approval was just requested
 * @param urgent whether everybody should look now
 */
public record News(String request, String subject, Message message, boolean opening, boolean urgent) {
    /** Empty for what nobody needs to hear. */
    public static Optional<News> of(Recorded<? extends ApprovalEvent> recorded) {
        ApprovalEvent event = recorded.event();
        String subject = event.subject().text();
        if (event instanceof ApprovalEvent.Requested) {
            String id = String.valueOf(recorded.sequence());
            return Optional.of(new News(id, subject, Message.of("approval.news.requested", subject), true, false));
        }
        if (event instanceof ApprovalEvent.Act act) {
            return said(act);
        }
        if (event instanceof ApprovalEvent.Completed) {
            return changed(event, Message.of("approval.news.completed", subject), false);
        }
        if (event instanceof ApprovalEvent.AskedAgain asked) {
            return asked.body().complete()
                    ? Optional.empty()
                    : changed(
                            event,
                            Message.of("approval.news.asked-again", asked.body().build(), subject),
                            false);
        }
        if (event instanceof ApprovalEvent.Voided) {
            return changed(event, Message.of("approval.news.voided"), false);
        }
        return event instanceof ApprovalEvent.Expired
                ? changed(event, Message.of("approval.news.expired"), false)
                : changed(event, Message.of("approval.news.break-glass-overdue", subject), true);
    }

    private static Optional<News> said(ApprovalEvent.Act act) {
        if (act instanceof ApprovalEvent.Given) {
            return said(act, "approval.news.given", false);
        }
        if (act instanceof ApprovalEvent.Refused) {
            return said(act, "approval.news.refused", false);
        }
        if (act instanceof ApprovalEvent.Withdrawn) {
            return said(act, "approval.news.withdrawn", false);
        }
        if (act instanceof ApprovalEvent.BreakGlassOpened) {
            return said(act, "approval.news.break-glass-invoked", true);
        }
        if (act instanceof ApprovalEvent.BreakGlassConfirmed) {
            return said(act, "approval.news.break-glass-confirmed", true);
        }
        return act instanceof ApprovalEvent.BreakGlassReviewed
                ? said(act, "approval.news.break-glass-reviewed", false)
                : Optional.empty();
    }

    private static Optional<News> said(ApprovalEvent.Act act, String code, boolean urgent) {
        ApprovalEvent.Answer answer = act.body();
        String subject = act.subject().text();
        Message what = Message.of(code, Objects.requireNonNullElse(answer.person(), "?"), answer.channel(), subject);
        boolean why = answer.reason() != null && !answer.reason().isBlank();
        Message all = why
                ? Message.of("approval.news.because", what, MessageBody.message(answer.said(), answer.reason()))
                : what;
        return Optional.of(new News(answer.request(), subject, all, false, urgent));
    }

    private static Optional<News> changed(ApprovalEvent event, Message message, boolean urgent) {
        String request = Objects.requireNonNull(event.request(), "Only the request itself names none.");
        return Optional.of(new News(request, event.subject().text(), message, false, urgent));
    }
}
