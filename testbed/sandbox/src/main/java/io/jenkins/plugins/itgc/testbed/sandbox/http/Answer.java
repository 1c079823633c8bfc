package io.jenkins.plugins.itgc.testbed.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is sent back. */
public final class Answer {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private Answer(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** JSON. */
    public static Answer json(int status, Object value) {
        return new Answer(status, Map.of("Content-Type", "application/json; charset=utf-8"), Json.bytes(value));
    }

    /** Text of a kind. */
    public static Answer text(int status, String contentType, String text) {
        return new Answer(status, Map.of("Content-Type", contentType), text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes of a kind. */
    public static Answer bytes(int status, String contentType, byte[] bytes) {
        return new Answer(status, Map.of("Content-Type", contentType), bytes);
    }

    /** Nothing but the status. */
    public static Answer empty(int status) {
        return new Answer(status, Map.of(), new byte[0]);
    }

    /** The same with one more header. */
    public Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body);
    }

    /** The same with other content. */
    public Answer withBody(byte[] newBody) {
        return new Answer(status, headers, newBody);
    }

    /** The same without content, under another status. */
    public Answer emptied(int newStatus) {
        return new Answer(newStatus, headers, new byte[0]);
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** Headers by name. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Content; not to be changed. */
    public byte[] body() {
        return body;
    }
}
