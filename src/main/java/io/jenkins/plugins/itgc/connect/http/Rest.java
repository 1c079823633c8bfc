package io.jenkins.plugins.itgc.connect.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Message;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads JSON resources of one system; a form that is not the documented one is a problem, never an empty answer. */
public final class Rest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpReader http;

    /** @param http whose base the paths are below */
    public Rest(HttpReader http) {
        this.http = http;
    }

    /** Reads a resource that must be there. */
    public <T> T get(String path, String object, Function<Json, T> reading)
            throws EvidenceUnavailable, InterruptedException {
        return read(http.get(path, Map.of()), object, reading);
    }

    /** Reads a resource that may be missing. */
    public <T> Optional<T> find(String path, String object, Function<Json, T> reading)
            throws EvidenceUnavailable, InterruptedException {
        Answer answer = http.get(path, Map.of());
        return answer.status() == 404 ? Optional.empty() : Optional.of(read(answer, object, reading));
    }

    /**
     * Changes something. What the system answers beside that it did is not read.
     *
     * @param body anything that can be written as JSON
     */
    public void write(String method, String path, String object, Object body)
            throws EvidenceUnavailable, InterruptedException {
        Answer answer = http.write(method, path, written(body));
        if (!answer.ok()) {
            throw http.problems().refused(answer, object);
        }
    }

    private static String written(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A request of our own cannot be written.", e);
        }
    }

    private <T> T read(Answer answer, String object, Function<Json, T> reading) throws EvidenceUnavailable {
        if (!answer.ok()) {
            throw http.problems().refused(answer, object);
        }
        try {
            return reading.apply(answer.json());
        } catch (MalformedAnswer e) {
            throw http.problems().malformed(answer.request(), e);
        }
    }

    /** Says that an answer read before is not of the documented form. */
    public EvidenceUnavailable malformed(String path, MalformedAnswer cause) {
        return http.problems().malformed(http.endpoint().at(path), cause);
    }

    /** Says that the system does not show all of something. */
    public EvidenceUnavailable cutShort(Message what) {
        return http.problems().cutShort(http.endpoint().base(), what);
    }

    /** Says why something cannot be told; both sentences of the code take the arguments. */
    public EvidenceUnavailable unavailable(String code, Object... arguments) {
        return http.problems().unavailable(code, http.endpoint().base(), arguments);
    }

    /** The same with sentences of their own. */
    public EvidenceUnavailable unavailable(String code, Message what, Message next) {
        return http.problems().unavailable(code, what, next, http.endpoint().base());
    }
}
