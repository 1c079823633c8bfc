package io.jenkins.plugins.itgc.testbed.sandbox.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.testbed.sandbox.http.HttpProblem;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Json;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Request;
import java.util.List;
import java.util.function.Function;

/** A part of a list in Jira's form. */
final class JiraPage {
    private static final int LARGEST = 100;

    private JiraPage() {}

    static <T> ObjectNode of(Request request, List<T> all, int defaultSize, Function<T, JsonNode> asJson) {
        int from = Math.min(all.size(), number(request, "startAt", 0));
        int size = Math.min(LARGEST, number(request, "maxResults", defaultSize));
        int to = Math.min(all.size(), from + size);
        ObjectNode page = Json.object()
                .put("startAt", from)
                .put("maxResults", size)
                .put("total", all.size())
                .put("isLast", to == all.size());
        page.set("values", Json.array(all.subList(from, to), asJson));
        return page;
    }

    private static int number(Request request, String name, int otherwise) {
        try {
            return request.parameter(name).map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new HttpProblem(400, name + " is not a number");
        }
    }
}
