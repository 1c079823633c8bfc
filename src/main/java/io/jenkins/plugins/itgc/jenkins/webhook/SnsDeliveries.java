package io.jenkins.plugins.itgc.jenkins.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.itgc.connect.github.event.EventReader;
import io.jenkins.plugins.itgc.connect.github.event.GitHubEvent;
import io.jenkins.plugins.itgc.connect.github.event.MalformedEvent;
import io.jenkins.plugins.itgc.connect.intake.Delivery;
import io.jenkins.plugins.itgc.connect.sns.SnsMessages;
import io.jenkins.plugins.itgc.jenkins.bot.Intake;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import software.amazon.awssdk.messagemanager.sns.model.SnsMessage;
import software.amazon.awssdk.messagemanager.sns.model.SnsSubscriptionConfirmation;

/**
 * Takes GitHub's events that come by a topic of Amazon SNS. SNS does not sign what it delivers raw; that is taken only from
 * who knows the token.
 */
final class SnsDeliveries {
    /** SNS sends no more than 256 KB, escaped. */
    private static final int LARGEST = 2 * 1024 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Intake intake;
    private final SnsMessages messages;
    private final RawSns raw;

    SnsDeliveries(Intake intake, SnsMessages messages, RawSns raw) {
        this.intake = intake;
        this.messages = messages;
        this.raw = raw;
    }

    Reply take(HttpServletRequest request) throws IOException {
        Optional<byte[]> body = RawBody.upTo(LARGEST, request);
        if (body.isEmpty()) {
            return Reply.text(413, "This is more than SNS sends.");
        }
        if (RawSns.is(request)) {
            return raw.allows(request)
                    ? take(request.getHeader(RawSns.ID), JSON.createObjectNode(), body.get())
                    : Reply.text(401, "What is delivered raw needs the token, an allowed topic and a message id.");
        }
        Optional<SnsMessage> message = messages.verified(body.get(), request.getHeader("x-amz-sns-topic-arn"));
        if (message.isEmpty()) {
            return Reply.text(401, "SNS did not sign this, or the topic is not allowed.");
        }
        return message.get() instanceof SnsSubscriptionConfirmation confirmation
                ? confirm(confirmation)
                : take(
                        message.get().messageId(),
                        JSON.readTree(body.get()),
                        message.get().message().getBytes(StandardCharsets.UTF_8));
    }

    private Reply confirm(SnsSubscriptionConfirmation confirmation) {
        try {
            messages.confirm(confirmation.subscribeUrl());
            return Reply.text(200, "Confirmed.");
        } catch (IOException e) {
            return Reply.text(502, "The subscription could not be confirmed.");
        }
    }

    private Reply take(String id, JsonNode envelope, byte[] payload) throws IOException {
        try {
            GitHubEvent event = EventReader.read(name(envelope, payload), payload);
            boolean fresh = intake.take(new Delivery("sns " + id, event));
            return Reply.text(200, fresh ? "Taken." : "Known already.");
        } catch (MalformedEvent | JsonProcessingException e) {
            return Reply.text(200, "Ignored: this is no event of GitHub.");
        }
    }

    /** The attribute is not signed, but it only chooses how the signed payload is read; without it the payload tells. */
    private static String name(JsonNode envelope, byte[] payload) throws IOException {
        JsonNode attributes = envelope.path("MessageAttributes");
        for (String key : (Iterable<String>) attributes::fieldNames) {
            if (key.equalsIgnoreCase("X-GitHub-Event")) {
                return attributes.path(key).path("Value").asText();
            }
        }
        JsonNode json = JSON.readTree(payload);
        if (json.has("review")) {
            return "pull_request_review";
        }
        return json.has("pull_request") ? "pull_request" : json.has("comment") ? "issue_comment" : "unknown";
    }
}
