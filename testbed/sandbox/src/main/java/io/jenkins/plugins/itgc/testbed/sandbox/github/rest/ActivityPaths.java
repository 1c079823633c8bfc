package io.jenkins.plugins.itgc.testbed.sandbox.github.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Answer;
import io.jenkins.plugins.itgc.testbed.sandbox.http.HttpProblem;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Json;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Request;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Routes;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Ids;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Push;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Repository;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Who pushed what, newest first, with cursors in the Link header. */
record ActivityPaths(Rest rest) {
    private static final Map<String, Duration> PERIODS = Map.of(
            "day", Duration.ofDays(1),
            "week", Duration.ofDays(7),
            "month", Duration.ofDays(30),
            "quarter", Duration.ofDays(90),
            "year", Duration.ofDays(365));

    void addTo(Routes routes) {
        routes.on("GET", RestRoutes.REPOSITORY + "/activity", this::list);
    }

    private Answer list(Request request) {
        Repository repository = rest.repository(request);
        List<Push> pushes = new ArrayList<>(
                repository.pushes().stream().filter(push -> fits(push, request)).toList());
        if (!request.parameter("direction").orElse("desc").equals("asc")) {
            Collections.reverse(pushes);
        }
        int size = Listing.of(request, rest.links()).size();
        int from = request.parameter("after")
                .map(cursor -> position(pushes, cursor) + 1)
                .orElse(0);
        int to = Math.min(pushes.size(), from + size);
        if (request.parameter("before").isPresent()) {
            to = position(pushes, request.parameter("before").orElseThrow());
            from = Math.max(0, to - size);
        }
        Answer answer = Answer.json(200, Json.array(pushes.subList(from, to), this::activity));
        return withLinks(answer, request, pushes, from, to);
    }

    private boolean fits(Push push, Request request) {
        String ref = request.parameter("ref").orElse("");
        String full = ref.isEmpty() || ref.startsWith("refs/") ? ref : "refs/heads/" + ref;
        return (full.isEmpty() || full.equals(push.ref()))
                && request.parameter("activity_type")
                        .filter(type -> !type.equals(push.type().wireName()))
                        .isEmpty()
                && request.parameter("actor")
                        .filter(actor -> push.actor() == null
                                || !actor.equals(push.actor().restLogin()))
                        .isEmpty()
                && request.parameter("time_period")
                        .filter(period -> !within(push, period))
                        .isEmpty();
    }

    private boolean within(Push push, String period) {
        if (!PERIODS.containsKey(period)) {
            throw new HttpProblem(422, "Invalid time_period");
        }
        Instant start = rest.world().clock().now().minus(PERIODS.get(period));
        return !push.at().isBefore(start);
    }

    private static int position(List<Push> pushes, String cursor) {
        for (int i = 0; i < pushes.size(); i++) {
            if (cursor(pushes.get(i)).equals(cursor)) {
                return i;
            }
        }
        throw new HttpProblem(422, "Invalid cursor");
    }

    private static String cursor(Push push) {
        return Ids.node("Activity", push.id());
    }

    private Answer withLinks(Answer answer, Request request, List<Push> pushes, int from, int to) {
        List<String> relations = new ArrayList<>();
        if (from > 0) {
            relations.add(link(request, "before", pushes.get(from), "prev"));
        }
        if (to < pushes.size() && to > 0) {
            relations.add(link(request, "after", pushes.get(to - 1), "next"));
        }
        return relations.isEmpty() ? answer : answer.with("Link", String.join(", ", relations));
    }

    private String link(Request request, String direction, Push push, String relation) {
        StringBuilder query = new StringBuilder();
        request.query().forEach((name, value) -> {
            if (!name.equals("before") && !name.equals("after")) {
                query.append(name).append('=').append(Paths.encoded(value)).append('&');
            }
        });
        return "<" + rest.links().base() + request.path() + "?" + query + direction + "=" + cursor(push) + ">; rel=\""
                + relation + "\"";
    }

    private ObjectNode activity(Push push) {
        ObjectNode json = Json.object()
                .put("id", push.id())
                .put("node_id", cursor(push))
                .put("before", push.before())
                .put("after", push.after())
                .put("ref", push.ref())
                .put("timestamp", push.at().toString())
                .put("activity_type", push.type().wireName());
        json.set("actor", rest.people().nullable(push.actor()));
        return json;
    }
}
