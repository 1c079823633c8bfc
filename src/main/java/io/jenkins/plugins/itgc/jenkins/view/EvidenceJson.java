package io.jenkins.plugins.itgc.jenkins.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.ledger.Entry;
import java.util.ArrayList;
import java.util.List;

/** What a ruling's entry in the ledger explains. */
final class EvidenceJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode explanation;

    /** A rule with what it found and the rules it is made of. */
    record Rule(String rule, String outcome, String summary, List<FindingJson> findings, List<Rule> children) {
        private static Rule of(JsonNode node) {
            return new Rule(
                    node.path("rule").asText(""),
                    node.path("outcome").asText(""),
                    node.path("summary").asText(""),
                    found(node),
                    children(node));
        }

        private static List<Rule> children(JsonNode node) {
            List<Rule> children = new ArrayList<>();
            node.path("children").forEach(child -> children.add(of(child)));
            return children;
        }
    }

    private EvidenceJson(JsonNode explanation) {
        this.explanation = explanation;
    }

    /** @param sequence of the ruling's entry */
    static EvidenceJson of(long sequence) {
        List<Entry> entries = ItgcServices.get().ledger().entries(sequence - 1, 1);
        try {
            return new EvidenceJson(
                    entries.isEmpty()
                            ? MissingNode.getInstance()
                            : JSON.readTree(entries.get(0).body()).path("explanation"));
        } catch (JsonProcessingException e) {
            return new EvidenceJson(MissingNode.getInstance());
        }
    }

    /** The tree of rules; null when the entry has none. */
    Rule rules() {
        return explanation.isObject() ? Rule.of(explanation) : null;
    }

    /** All findings of the tree. */
    List<FindingJson> findings() {
        List<FindingJson> all = new ArrayList<>();
        collect(explanation, all);
        return all;
    }

    private static void collect(JsonNode node, List<FindingJson> all) {
        all.addAll(found(node));
        node.path("children").forEach(child -> collect(child, all));
    }

    private static List<FindingJson> found(JsonNode node) {
        List<FindingJson> findings = new ArrayList<>();
        node.path("findings").forEach(finding -> findings.add(FindingJson.of(finding)));
        return findings;
    }
}
