package io.jenkins.plugins.itgc.jenkins.webhook;

import io.jenkins.plugins.itgc.connect.github.event.EventReader;
import io.jenkins.plugins.itgc.connect.github.event.GitHubEvent;
import io.jenkins.plugins.itgc.connect.github.event.HubSignature;
import io.jenkins.plugins.itgc.connect.github.event.MalformedEvent;
import io.jenkins.plugins.itgc.connect.intake.Delivery;
import io.jenkins.plugins.itgc.jenkins.bot.Intake;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Takes what GitHub delivers: looks whether GitHub sent it, writes it down, and answers. The work comes later. */
final class GitHubDeliveries {
    /** GitHub sends no more than 25 MB. */
    static final int LARGEST = 25 * 1024 * 1024;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,100}");
    private static final Pattern NAME = Pattern.compile("[a-z_]{1,100}");
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Intake intake;

    GitHubDeliveries(Intake intake) {
        this.intake = intake;
    }

    /** @param secrets in use now; without any there is no such address */
    Reply take(HttpServletRequest request, List<String> secrets) throws IOException {
        if (secrets.isEmpty()) {
            return Reply.text(404, "No secret is configured for GitHub's deliveries.");
        }
        Optional<byte[]> body = RawBody.upTo(LARGEST, request);
        if (body.isEmpty()) {
            return Reply.text(413, "This is more than GitHub sends.");
        }
        if (!HubSignature.valid(body.get(), request.getHeader("X-Hub-Signature-256"), secrets)) {
            return Reply.text(401, "The signature is missing or wrong.");
        }
        String id = Objects.requireNonNullElse(request.getHeader("X-GitHub-Delivery"), "");
        String name = Objects.requireNonNullElse(request.getHeader("X-GitHub-Event"), "");
        return ID.matcher(id).matches() && NAME.matcher(name).matches()
                ? take(id, name, payload(body.get(), request.getContentType()))
                : Reply.text(400, "The event or the id of the delivery is missing.");
    }

    private Reply take(String id, String name, byte[] payload) {
        try {
            GitHubEvent event = EventReader.read(name, payload);
            if (!intake.take(new Delivery("github " + id, event))) {
                return Reply.text(200, "Known already.");
            }
            return Reply.text(
                    event.targets().isEmpty() ? 200 : 202, event.targets().isEmpty() ? "Ignored." : "Taken.");
        } catch (MalformedEvent e) {
            return Reply.text(400, e.getMessage());
        }
    }

    private static byte[] payload(byte[] body, String type) {
        if (type == null || !type.startsWith(FORM)) {
            return body;
        }
        String text = new String(body, StandardCharsets.UTF_8);
        String json = text.startsWith("payload=")
                ? URLDecoder.decode(text.substring("payload=".length()).replaceFirst("&.*", ""), StandardCharsets.UTF_8)
                : "";
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
