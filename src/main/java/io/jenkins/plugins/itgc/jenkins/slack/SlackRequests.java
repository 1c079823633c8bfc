package io.jenkins.plugins.itgc.jenkins.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.slack.api.app_backend.slash_commands.SlashCommandPayloadParser;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import io.jenkins.plugins.itgc.connect.slack.SlackSignatures;
import io.jenkins.plugins.itgc.jenkins.config.SlackEntry;
import io.jenkins.plugins.itgc.jenkins.credentials.Secrets;
import io.jenkins.plugins.itgc.jenkins.webhook.RawBody;
import io.jenkins.plugins.itgc.jenkins.webhook.Reply;
import io.jenkins.plugins.itgc.slack.Clicks;
import io.jenkins.plugins.itgc.slack.DeployCommand;
import io.jenkins.plugins.itgc.slack.SlackHost;
import io.jenkins.plugins.itgc.slack.SlackReply;
import io.jenkins.plugins.itgc.slack.SlackUser;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Takes what Slack sends: looks whether Slack sent it, just now, from the right workspace, and who it is. */
public final class SlackRequests {
    private static final int LARGEST = 1024 * 1024;
    private static final String INTERACTION = "payload=";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SlackEntry slack;
    private final SlackSignatures signatures;
    private final SlackHost host;

    /** @param slack null when no workspace is configured */
    public SlackRequests(SlackEntry slack, SlackHost host) {
        this.slack = slack;
        this.signatures = new SlackSignatures(host.data().clock());
        this.host = host;
    }

    /**
     * Answers a request that may be from anybody.
     *
     * @return 200 with what Slack shows; 401 for a signature that is wrong or old, 403 for another workspace, 400 for
     *     neither a command nor a click, 413 for more than 1 MB, 404 when no signing secret is configured
     */
    public Reply take(HttpServletRequest request) throws IOException {
        List<String> secrets =
                slack == null ? List.of() : Secrets.of(slack.getSigningSecretId(), slack.getOldSigningSecretId());
        if (secrets.isEmpty()) {
            return Reply.text(404, "No signing secret is configured for Slack.");
        }
        Optional<byte[]> body = RawBody.upTo(LARGEST, request);
        if (body.isEmpty()) {
            return Reply.text(413, "This is more than Slack sends.");
        }
        boolean valid = signatures.valid(
                body.get(),
                request.getHeader("X-Slack-Request-Timestamp"),
                request.getHeader("X-Slack-Signature"),
                secrets);
        return valid
                ? take(new String(body.get(), StandardCharsets.UTF_8))
                : Reply.text(401, "The signature is missing, wrong or too old.");
    }

    private Reply take(String body) {
        try {
            return body.startsWith(INTERACTION) ? interaction(body) : command(body);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Reply.text(400, "This is neither a command nor a click.");
        }
    }

    private Reply command(String body) {
        SlashCommandPayload command = new SlashCommandPayloadParser().parse(body);
        if (command.getUserId() == null || command.getTeamId() == null) {
            return Reply.text(400, "This is neither a command nor a click.");
        }
        SlackUser user = new SlackUser(command.getTeamId(), command.getUserId());
        if (!user.team().equals(slack.getTeam())) {
            return Reply.text(403, "This workspace is not the configured one.");
        }
        String text = command.getText() == null ? "" : command.getText();
        return Reply.json(SlackReply.json(new DeployCommand(host, user).answer(text)));
    }

    private Reply interaction(String body) throws JsonProcessingException {
        String json = URLDecoder.decode(body.substring(INTERACTION.length()), StandardCharsets.UTF_8);
        JsonNode click = JSON.readTree(json);
        SlackUser user = new SlackUser(
                click.path("user")
                        .path("team_id")
                        .asText(click.path("team").path("id").asText()),
                click.path("user").path("id").asText());
        boolean home = click.path("team").path("id").asText().equals(slack.getTeam())
                && user.team().equals(slack.getTeam());
        if (!home) {
            return Reply.text(403, "This workspace is not the configured one.");
        }
        if (click.path("type").asText().equals("block_actions") && !user.user().isEmpty()) {
            new Clicks(host, user).take(click);
        }
        return Reply.text(200, "");
    }
}
