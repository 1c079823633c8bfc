package io.jenkins.plugins.itgc.ledger.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.itgc.ledger.Entry;
import java.util.Arrays;
import java.util.List;

/** The evidence: what every gate said, and every act of a person that gates count. Joined to deploys by the build. */
final class EvidenceTable implements Table {
    @Override
    public List<String> columns() {
        return List.of(
                "entry", "time", "kind", "decision", "repository", "commit", "environment", "service", "build", "person",
                "channel", "reason", "rules", "filed under", "actor", "entry hash");
    }

    @Override
    public List<List<Object>> rows(Entry entry, JsonNode body) {
        boolean counts = entry.kind().endsWith(".decided")
                || entry.kind().startsWith("approval.")
                || entry.kind().startsWith("breakglass.")
                || entry.kind().equals("window.overridden");
        return counts ? List.of(row(entry, body)) : List.of();
    }

    private static List<Object> row(Entry entry, JsonNode body) {
        JsonNode change = body.path("change");
        return Arrays.asList(
                entry.sequence(),
                entry.at(),
                entry.kind(),
                entry.archived() ? "(archived)" : Table.text(body.path("decision")),
                first(Table.name(change.path("repository")), Table.name(body.path("repository"))),
                first(Table.name(change.path("commit")), Table.name(body.path("commit"))),
                first(Table.text(change.path("environment")), Table.text(body.path("environment"))),
                Table.text(body.path("service")),
                first(Table.text(body.path("build")), build(entry.actor())),
                Table.person(body.path("person")),
                Table.text(body.path("channel")),
                Table.text(body.path("reason")),
                rules(body.path("explanation")),
                entry.subject(),
                entry.actor(),
                entry.hash());
    }

    private static String first(String one, String other) {
        return one == null ? other : one;
    }

    private static String build(String actor) {
        return actor.startsWith("build ") ? actor.substring("build ".length()) : null;
    }

    /** Every rule with its outcome, the innermost only. */
    private static String rules(JsonNode explanation) {
        if (explanation.path("children").isEmpty()) {
            return explanation.has("rule")
                    ? explanation.path("rule").asText() + ": " + explanation.path("outcome").asText()
                    : "";
        }
        StringBuilder all = new StringBuilder();
        explanation.path("children").forEach(rule -> all.append(all.isEmpty() ? "" : "; ").append(rules(rule)));
        return all.toString();
    }
}
