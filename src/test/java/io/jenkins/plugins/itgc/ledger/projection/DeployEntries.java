package io.jenkins.plugins.itgc.ledger.projection;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the entries of deploys as the plugin does. */
final class DeployEntries {
    static final String COMMIT = "c".repeat(40);

    final MemoryLedger ledger;

    DeployEntries(MemoryLedger ledger) {
        this.ledger = ledger;
    }

    /** The body of a deploy's entries, with some fields of one's own. */
    static Map<String, Object> body(String service, String environment, Map<String, ?> own) {
        Map<String, Object> body = new HashMap<>();
        body.put("service", service);
        body.put("environment", environment);
        body.put("repository", "acme/" + service);
        body.put("commit", COMMIT);
        body.put("rollback", false);
        body.put("build", service + "/master#1");
        body.put("startedBy", "mia");
        body.put(
                "pullRequests",
                List.of(Map.of(
                        "number", 12, "title", "Refund 返金処理 in one step", "author", "alice", "mergedBy", "bob")));
        body.put("tickets", List.of(Map.of("key", "OPS-7", "title", "Customers wait for refunds")));
        body.putAll(own);
        return body;
    }

    long requested(String service, String environment, Map<String, ?> own) {
        return ledger.append(
                        "deploy.requested",
                        service + " in " + environment,
                        "build " + service + "/master#1",
                        body(service, environment, own))
                .sequence();
    }

    void next(String what, long id, String service, String environment, Map<String, ?> own) {
        Map<String, Object> body = body(service, environment, own);
        body.put("deploy", String.valueOf(id));
        ledger.append("deploy." + what, service + " in " + environment, "build " + service + "/master#1", body);
    }

    /** A whole deploy, each step a minute after the one before. */
    long deploy(String service, String environment, String result, Map<String, ?> own) {
        long id = requested(service, environment, own);
        next("started", id, service, environment, own);
        next(result, id, service, environment, own);
        ledger.clock.turn(Duration.ofMinutes(7));
        return id;
    }

    void ruling(String gate, String decision, String build, String commit) {
        Map<String, Object> change = Map.of(
                "repository",
                Map.of("owner", "acme", "name", "orders"),
                "commit",
                Map.of("sha", commit),
                "environment",
                "production");
        ledger.append(
                gate + ".decided",
                "acme/orders@" + commit,
                "build " + build,
                Map.of("gate", gate, "decision", decision, "reason", "Because of " + gate + ".", "change", change));
    }
}
