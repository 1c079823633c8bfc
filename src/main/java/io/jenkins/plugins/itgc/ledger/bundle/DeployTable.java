package io.jenkins.plugins.itgc.ledger.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.itgc.ledger.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The population: every deploy, in the order in which they ended; those that did not end come last. */
final class DeployTable implements Table {
    private static final List<String> ENDS = List.of("succeeded", "failed", "aborted", "unknown");

    private final Map<Long, Open> open = new LinkedHashMap<>();

    private record Open(Entry requested, JsonNode body, Entry started) {}

    @Override
    public List<String> columns() {
        return List.of(
                "deploy", "service", "environment", "result", "rollback", "requested", "started", "finished", "repository",
                "commit", "tree", "previous commit", "pull requests", "authors", "tickets", "started by", "build",
                "gates passed", "reason", "entry", "entry hash");
    }

    @Override
    public List<List<Object>> rows(Entry entry, JsonNode body) {
        if (entry.kind().equals("deploy.requested")) {
            open.put(entry.sequence(), new Open(entry, body, null));
            return List.of();
        }
        String what = entry.kind().startsWith("deploy.") ? entry.kind().substring("deploy.".length()) : "";
        long id = body.path("deploy").asLong(entry.sequence());
        if (what.equals("started")) {
            Open before = open.get(id);
            open.put(id, new Open(before == null ? entry : before.requested, body, entry));
            return List.of();
        }
        if (!ENDS.contains(what)) {
            return List.of();
        }
        Open before = open.remove(id);
        return List.of(row(id, before == null ? new Open(entry, body, null) : before, what, entry, body));
    }

    @Override
    public List<List<Object>> rest() {
        List<List<Object>> rows = new ArrayList<>();
        open.forEach((id, deploy) ->
                rows.add(row(id, deploy, deploy.started == null ? "requested" : "started", null, deploy.body)));
        return rows;
    }

    private static List<Object> row(long id, Open deploy, String result, Entry end, JsonNode body) {
        Entry last = end == null ? deploy.started == null ? deploy.requested : deploy.started : end;
        return Arrays.asList(
                id,
                Table.text(body.path("service")),
                Table.text(body.path("environment")),
                result,
                body.path("rollback").asBoolean() ? "yes" : "no",
                deploy.requested.at(),
                deploy.started == null ? null : deploy.started.at(),
                end == null ? null : end.at(),
                Table.name(body.path("repository")),
                Table.name(body.path("commit")),
                Table.name(body.path("tree")),
                Table.name(body.path("previous")),
                list(body, "pullRequests", "number"),
                list(body, "pullRequests", "author"),
                list(body, "tickets", "key"),
                Table.person(body.path("startedBy")),
                Table.text(body.path("build")),
                list(body, "gates", "gate"),
                Table.text(body.path("reason")),
                last.sequence(),
                last.hash());
    }

    private static String list(JsonNode body, String list, String field) {
        return StreamSupport.stream(body.path(list).spliterator(), false)
                .map(one -> one.path(field).asText())
                .distinct()
                .collect(Collectors.joining(" "));
    }
}
