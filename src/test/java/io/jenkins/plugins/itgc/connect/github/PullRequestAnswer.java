package io.jenkins.plugins.itgc.connect.github;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.connect.StandIn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** What GitHub answers to the query for acme/orders#12, written by alice and approved by bob. Change one thing. */
final class PullRequestAnswer {
    static final ObjectMapper JSON = new ObjectMapper();
    static final String HEAD = "00000000000000000000000000000000c0de0001";
    static final String ACTIVITY = "/repos/acme/orders/activity?per_page=100&ref=refs%2Fheads%2Ffaster";

    final ObjectNode root;

    PullRequestAnswer() {
        try (InputStream in = PullRequestAnswer.class.getResourceAsStream("pull-request.json")) {
            root = (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PullRequestAnswer(ObjectNode root) {
        this.root = root;
    }

    PullRequestAnswer copy() {
        return new PullRequestAnswer(root.deepCopy());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ObjectNode data() {
        return (ObjectNode) root.get("data");
    }

    ObjectNode pullRequest() {
        return (ObjectNode) root.at("/data/repository/pullRequest");
    }

    ObjectNode first(String list) {
        return (ObjectNode) pullRequest().get(list).get("nodes").get(0);
    }

    ObjectNode commit() {
        return (ObjectNode) first("commits").get("commit");
    }

    /** Sets a member of the pull request. */
    PullRequestAnswer with(String member, String json) {
        pullRequest().set(member, json(json));
        return this;
    }

    /** Adds to one of its lists, and counts it where the list is counted. */
    PullRequestAnswer adding(String list, JsonNode node) {
        ObjectNode connection = (ObjectNode) pullRequest().get(list);
        ((ArrayNode) connection.get("nodes")).add(node);
        if (connection.has("totalCount")) {
            connection.put("totalCount", connection.get("totalCount").asInt() + 1);
        }
        if (list.equals("files")) {
            pullRequest().put("changedFiles", pullRequest().get("changedFiles").asInt() + 1);
        }
        return this;
    }

    PullRequestAnswer adding(String list, String json) {
        return adding(list, json(json));
    }

    /** Says that a list goes on behind a cursor. */
    PullRequestAnswer continued(String list, String cursor) {
        ((ObjectNode) pullRequest().get(list))
                .set("pageInfo", json("{'hasNextPage':true,'endCursor':'" + cursor + "'}"));
        return this;
    }

    /** Makes GitHub answer so, with the head that is told when it is asked once more, and a push by alice. */
    void on(StandIn gitHub) {
        on(gitHub, "PullRequestReview");
        gitHub.server.stubFor(post(urlEqualTo("/graphql"))
                .withRequestBody(containing("query PullRequestHead"))
                .willReturn(okJson("{\"data\":{\"repository\":{\"pullRequest\":{\"headRefOid\":\"" + HEAD + "\"}}}}")));
        gitHub.on(ACTIVITY, "[" + push("push", "{\"login\":\"alice\",\"type\":\"User\"}") + "]");
    }

    static String push(String type, String actor) {
        return "{\"activity_type\":\"" + type + "\",\"after\":\"" + HEAD
                + "\",\"timestamp\":\"2026-10-01T09:01:00Z\",\"actor\":" + actor + "}";
    }

    /** Makes GitHub answer so to queries that hold a text. */
    void on(StandIn gitHub, String text) {
        gitHub.server.stubFor(
                post(urlEqualTo("/graphql")).withRequestBody(containing(text)).willReturn(okJson(root.toString())));
    }
}
