package io.jenkins.plugins.itgc.testbed.sandbox.github.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.itgc.testbed.sandbox.github.Links;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Answer;
import io.jenkins.plugins.itgc.testbed.sandbox.http.HttpProblem;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Json;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One page of a list, with GitHub's Link header. */
record Listing(Request request, Links links, int defaultSize, int largest) {

    static Listing of(Request request, Links links) {
        return new Listing(request, links, 30, 100);
    }

    <T> Answer answer(List<T> all, Function<T, ? extends JsonNode> asJson) {
        return withLinks(Answer.json(200, Json.array(page(all), asJson)), all.size());
    }

    <T> List<T> page(List<T> all) {
        int from = Math.min(all.size(), (number() - 1) * size());
        return all.subList(from, Math.min(all.size(), from + size()));
    }

    int number() {
        return Math.max(1, parameter("page", 1));
    }

    int size() {
        return Math.min(largest, Math.max(1, parameter("per_page", defaultSize)));
    }

    Answer withLinks(Answer answer, int total) {
        int last = Math.max(1, (total + size() - 1) / size());
        List<String> relations = new ArrayList<>();
        if (number() > 1) {
            relations.add(link(number() - 1, "prev"));
        }
        if (number() < last) {
            relations.add(link(number() + 1, "next"));
            relations.add(link(last, "last"));
        }
        if (number() > 1) {
            relations.add(link(1, "first"));
        }
        return relations.isEmpty() ? answer : answer.with("Link", String.join(", ", relations));
    }

    private String link(int page, String relation) {
        StringBuilder query = new StringBuilder();
        request.query().forEach((name, value) -> {
            if (!name.equals("page")) {
                query.append(name).append('=').append(Paths.encoded(value)).append('&');
            }
        });
        return "<" + links.base() + request.path() + "?" + query + "page=" + page + ">; rel=\"" + relation + "\"";
    }

    private int parameter(String name, int otherwise) {
        try {
            return request.parameter(name).map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new HttpProblem(422, "Invalid " + name);
        }
    }
}
