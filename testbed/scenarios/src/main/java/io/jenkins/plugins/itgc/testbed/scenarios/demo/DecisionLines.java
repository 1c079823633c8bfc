package io.jenkins.plugins.itgc.testbed.scenarios.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.ledger.Entry;
import java.io.PrintStream;

/** Prints what the ledger gained, a line a decision, without the bulk of the evidence. */
final class DecisionLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out;
    private long printed;

    DecisionLines(PrintStream out) {
        this.out = out;
    }

    synchronized void printNew() {
        for (Entry entry : ItgcServices.get().ledger().entries(printed, 100)) {
            out.println(line(entry));
            printed = entry.sequence();
        }
    }

    private static String line(Entry entry) {
        try {
            JsonNode body = JSON.readTree(entry.body());
            ObjectNode line = JSON.createObjectNode()
                    .put("at", entry.at().toString())
                    .put("kind", entry.kind())
                    .put("subject", entry.subject())
                    .put("evidenceId", entry.evidenceId());
            line.set("decision", body.get("decision"));
            line.set("reason", body.get("reason"));
            line.set("change", body.get("change"));
            line.set("explanation", body.get("explanation"));
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The ledger holds an entry that is not JSON: " + entry.sequence(), e);
        }
    }
}
