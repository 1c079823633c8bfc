package io.jenkins.plugins.itgc.ledger.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.itgc.ledger.Entry;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** What went another way: broken glass, overrides, changes that came by no gate, deploys that no review stands behind. */
final class ExceptionTable implements Table {
    private static final Set<String> OTHERS = Set.of("window.overridden", "bypass.found", "drift.found", "drift.ended", "ledger.archived");

    @Override
    public List<String> columns() {
        return List.of(
                "entry", "time", "kind", "environment", "service", "repository", "commit", "person", "what", "link",
                "filed under", "actor", "entry hash");
    }

    @Override
    public List<List<Object>> rows(Entry entry, JsonNode body) {
        if (entry.kind().startsWith("breakglass.") || OTHERS.contains(entry.kind())) {
            return List.of(row(entry, entry.kind(), body, what(body)));
        }
        if (entry.kind().equals("deploy.started") && !reviewed(body)) {
            String why = body.path("rollback").asBoolean()
                    ? "A rollback: the commit was not judged again."
                    : "No pass of the review gate is among those that this deploy rests on.";
            return List.of(row(entry, "deploy.unreviewed", body, why));
        }
        return List.of();
    }

    private static boolean reviewed(JsonNode body) {
        return StreamSupport.stream(body.path("gates").spliterator(), false)
                .anyMatch(gate -> gate.path("gate").asText().equals("review"));
    }

    private static String what(JsonNode body) {
        String what = Table.text(body.path("what"));
        return what == null ? Table.text(body.path("reason")) : what;
    }

    private static List<Object> row(Entry entry, String kind, JsonNode body, String what) {
        return Arrays.asList(
                entry.sequence(),
                entry.at(),
                kind,
                Table.text(body.path("environment")),
                Table.text(body.path("service")),
                Table.name(body.path("repository")),
                Table.name(body.path("commit")),
                kind.equals("deploy.unreviewed") ? Table.person(body.path("startedBy")) : Table.person(body.path("person")),
                what,
                Table.text(body.path("link")),
                entry.subject(),
                entry.actor(),
                entry.hash());
    }
}
