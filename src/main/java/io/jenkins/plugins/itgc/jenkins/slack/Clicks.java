package io.jenkins.plugins.itgc.jenkins.slack;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.itgc.approval.Answer;
import io.jenkins.plugins.itgc.approval.ApprovalService;
import io.jenkins.plugins.itgc.approval.Receipt;
import io.jenkins.plugins.itgc.approval.Vote;
import io.jenkins.plugins.itgc.connect.intake.IntakeStore;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.bot.Intake;
import io.jenkins.plugins.itgc.jenkins.webhook.Reply;
import java.util.Optional;

/**
 * Takes a click on a button. A button names the request, the commit and itself; it works once, and only while the message
 * shows it.
 */
final class Clicks {
    private final SlackUser user;

    Clicks(SlackUser user) {
        this.user = user;
    }

    Reply take(JsonNode click) {
        String trigger = click.path("trigger_id").asText();
        if (trigger.isEmpty() || !Intake.get().store().once("slack click " + trigger)) {
            return Reply.text(200, "");
        }
        JsonNode action = click.path("actions").path(0);
        Receipt receipt =
                press(action.path("action_id").asText(), action.path("value").asText());
        new SlackTalk().whisper(click.path("channel").path("id").asText(), user, receipt.sentence());
        return Reply.text(200, "");
    }

    private Receipt press(String button, String value) {
        String[] parts = value.split(":", -1);
        if (parts.length != 3) {
            return new Receipt(false, "This button is not one of ours.");
        }
        Optional<ApprovalService.Standing> standing =
                ItgcServices.get().approvals().standing(parts[0]);
        boolean same = standing.filter(
                        found -> found.carried().change().commit().sha().equals(parts[1]))
                .isPresent();
        boolean shown = Intake.get()
                .store()
                .message(ApprovalMessage.key(parts[0]))
                .map(IntakeStore.Message::nonce)
                .filter(parts[2]::equals)
                .isPresent();
        if (!same || !shown) {
            return new Receipt(false, "This button is out of date; use those of the newest message.");
        }
        Answer answer = new Answer(parts[0], user.account(), "slack", "");
        return switch (button) {
            case ApprovalMessage.APPROVE -> ItgcServices.get().approvals().vote(answer, Vote.Act.GIVE);
            case ApprovalMessage.REFUSE -> ItgcServices.get().approvals().vote(answer, Vote.Act.REFUSE);
            default -> new Receipt(false, "This button is not one of ours.");
        };
    }
}
