package io.jenkins.plugins.itgc.ledger.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.gate.Ground;
import java.util.List;

/** How bodies that earlier versions wrote become those that this version reads. */
final class EarlierForms {
    private EarlierForms() {}

    /** What a ruling rests on was named by sentences in the first form; it is named by keys now. */
    static ObjectNode groundsBySentence(ObjectNode body) {
        if (body.path("grounds") instanceof ObjectNode sentences) {
            ObjectNode keys = body.objectNode();
            for (var ground : sentences.properties()) {
                keys.set(Ground.ofSentence(ground.getKey()).key(), ground.getValue());
            }
            body.set("grounds", keys);
        }
        JsonNode checks = body.path("evidence").path("verification").path("gates");
        checks.forEach(check -> {
            if (check.path("recorded").path("grounds").path("hashes") instanceof ObjectNode hashes) {
                ObjectNode keys = body.objectNode();
                hashes.properties()
                        .forEach(ground ->
                                keys.set(Ground.ofSentence(ground.getKey()).key(), ground.getValue()));
                ((ObjectNode) check.path("recorded").path("grounds")).set("hashes", keys);
            }
        });
        return body;
    }

    /** The demo of the first version said other things of break-glass than the plugin, side by side with them. */
    static ObjectNode toldByDemo(ObjectNode body) {
        if (body.has("what")) {
            ObjectNode told = body.objectNode();
            for (String member : List.of("environment", "service", "repository", "commit", "what")) {
                told.set(member, body.remove(member));
            }
            body.set("told", told);
        }
        return body;
    }
}
