package io.jenkins.plugins.itgc.jenkins.webhook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/**
 * A short answer to a machine.
 *
 * @param status of HTTP
 * @param type of the content
 * @param text the content, with no secret and nothing of what was sent
 */
public record Reply(int status, String type, String text) implements HttpResponse {
    /** A plain text. */
    public static Reply text(int status, String text) {
        return new Reply(status, "text/plain", text + "\n");
    }

    /** A JSON document. */
    public static Reply json(String json) {
        return new Reply(200, "application/json", json);
    }

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(type + ";charset=UTF-8");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
