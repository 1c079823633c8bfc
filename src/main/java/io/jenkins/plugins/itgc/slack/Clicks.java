package io.jenkins.plugins.itgc.slack;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.itgc.approval.Answer;
import io.jenkins.plugins.itgc.approval.ApprovalService;
import io.jenkins.plugins.itgc.approval.Receipt;
import io.jenkins.plugins.itgc.approval.Vote;
import io.jenkins.plugins.itgc.connect.intake.IntakeStore;
import java.util.Optional;

/**
 * Takes a click on a button. A button names the request, the commit and itself; it works once, and only while the message
 * shows it.
 */
public final class Clicks {
    private final SlackHost host;
    private final SlackUser user;

    /** @param user who clicked */
    public Clicks(SlackHost host, SlackUser user) {
        this.host = host;
        this.user = user;
    }

    /** Takes the click once, however often Slack tells of it; what came of it is said to the person alone. */
    public void take(JsonNode click) {
        String trigger = click.path("trigger_id").asText();
        if (trigger.isEmpty() || !host.store().firstTime("slack click " + trigger)) {
            return;
        }
        JsonNode action = click.path("actions").path(0);
        Receipt receipt =
                press(action.path("action_id").asText(), action.path("value").asText());
        new SlackTalk(host).whisper(click.path("channel").path("id").asText(), user, host.in(receipt.answer()));
    }

    private Receipt press(String button, String value) {
        String[] parts = value.split(":", -1);
        if (parts.length != 3) {
            return Receipt.refused("slack.foreign-button");
        }
        Optional<ApprovalService.RequestStatus> status = host.approvals().status(parts[0]);
        boolean same = status.filter(
                        found -> found.carried().change().readCommit().sha().equals(parts[1]))
                .isPresent();
        boolean shown = host.store()
                .message(ApprovalMessage.key(parts[0]))
                .map(IntakeStore.Message::nonce)
                .filter(parts[2]::equals)
                .isPresent();
        if (!same || !shown) {
            return Receipt.refused("slack.old-button");
        }
        Answer answer = new Answer(parts[0], user.account(), "slack", "");
        return switch (button) {
            case ApprovalMessage.APPROVE -> host.approvals().vote(answer, Vote.Act.GIVE);
            case ApprovalMessage.REFUSE -> host.approvals().vote(answer, Vote.Act.REFUSE);
            default -> Receipt.refused("slack.foreign-button");
        };
    }
}
