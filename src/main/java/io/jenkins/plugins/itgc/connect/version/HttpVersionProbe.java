package io.jenkins.plugins.itgc.connect.version;

import io.jenkins.plugins.itgc.connect.http.Answer;
import io.jenkins.plugins.itgc.connect.http.HttpReader;
import io.jenkins.plugins.itgc.connect.http.Json;
import io.jenkins.plugins.itgc.connect.http.MalformedAnswer;
import io.jenkins.plugins.itgc.deploy.VersionProbe;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Message;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Asks a service itself, at an address that answers with its version. */
public final class HttpVersionProbe implements VersionProbe {
    private static final int LONGEST_TEXT = 1000;

    private final HttpReader http;
    private final String path;

    /**
     * @param http reads at the address of the version
     * @param path members on the way to the version, such as {@code build.commit}; empty when the answer is the version
     */
    public HttpVersionProbe(HttpReader http, String path) {
        this.http = http;
        this.path = path;
    }

    @Override
    public String running() throws EvidenceUnavailable, InterruptedException {
        Answer answer = http.get(http.endpoint().base(), Map.of());
        if (!answer.ok()) {
            throw http.problems().refused(answer, Message.of("connect.part.version"));
        }
        try {
            return path.isEmpty() ? text(answer) : member(answer);
        } catch (MalformedAnswer e) {
            throw http.problems().malformed(answer.request(), e);
        }
    }

    private static String text(Answer answer) {
        byte[] body = answer.body();
        if (body.length > LONGEST_TEXT) {
            throw new MalformedAnswer(
                    Message.of("connect.answer.answer"), Message.of("connect.answer.no-version", body.length));
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    private String member(Answer answer) {
        Json at = answer.json();
        for (String name : path.split("\\.", -1)) {
            at = at.get(name);
        }
        return at.asText();
    }
}
