package io.jenkins.plugins.itgc.jenkins.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jenkins.plugins.itgc.dashboard.ActionResult;
import io.jenkins.plugins.itgc.gate.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.jvnet.localizer.LocaleProvider;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** An answer in JSON, with a tag by which asking again costs nothing while nothing changed. */
final class JsonAnswer implements HttpResponse {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final int status;
    private final Object value;

    private JsonAnswer(int status, Object value) {
        this.status = status;
        this.value = value;
    }

    static JsonAnswer of(Object value) {
        return new JsonAnswer(200, value);
    }

    /** A sentence for the reader that tells nothing they may not know. */
    static JsonAnswer problem(int status, Message message) {
        return new JsonAnswer(status, Map.of("message", said(message)));
    }

    /** What became of an act: 200 when it counts, 409 when not. */
    static JsonAnswer of(ActionResult answer) {
        return new JsonAnswer(answer.taken() ? 200 : 409, Map.of("message", said(answer.message())));
    }

    /** What was done. */
    static JsonAnswer done(Message message) {
        return new JsonAnswer(200, Map.of("message", said(message)));
    }

    private static String said(Message message) {
        return message.in(LocaleProvider.getLocale());
    }

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node) throws IOException {
        byte[] bytes = bytes();
        String tag = "\"" + hash(bytes) + "\"";
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader("ETag", tag);
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (status == 200 && tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(304);
            return;
        }
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream().write(bytes);
    }

    private byte[] bytes() {
        try {
            return JSON.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("This cannot be written as JSON: " + value.getClass(), e);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
