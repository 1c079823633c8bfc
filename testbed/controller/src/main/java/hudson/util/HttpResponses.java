package hudson.util;

import io.jenkins.plugins.itgc.testbed.controller.http.Answers;
import java.util.Map;
import org.kohsuke.stapler.HttpResponse;

/** Answers in the form that the controller's scripts expect. */
public class HttpResponses extends org.kohsuke.stapler.HttpResponses {
    public HttpResponses() {}

    public static HttpResponse okJSON() {
        return Answers.json(200, Map.of("status", "ok"));
    }

    public static HttpResponse okJSON(Map<?, ?> data) {
        return Answers.json(200, Map.of("status", "ok", "data", data));
    }

    public static HttpResponse errorJSON(String message) {
        return Answers.json(200, Map.of("status", "error", "message", message));
    }

    public static HttpResponse errorJSON(String message, Map<?, ?> data) {
        return Answers.json(200, Map.of("status", "error", "message", message, "data", data));
    }
}
