package io.jenkins.plugins.itgc.ledger.bundle;

import io.jenkins.plugins.itgc.TurnedClock;
import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.attest.CheckpointFile;
import io.jenkins.plugins.itgc.ledger.attest.Notary;
import io.jenkins.plugins.itgc.ledger.attest.SigningKey;
import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A ledger with deploys in a folder, its notary, and a bundle of it. */
public final class SampleLedger {
    public static final TurnedClock CLOCK = new TurnedClock();

    public final SigningKey key = SigningKey.generate();
    public final SqliteLedger ledger;
    public final Notary notary;

    public SampleLedger(Path folder) {
        ledger = SqliteLedger.open(folder.resolve("ledger.db"), CLOCK);
        Notary.Keys keys = new Notary.Keys(key, List.of(key.publicPart()));
        notary = new Notary("main", ledger, new CheckpointFile(folder.resolve("checkpoints.jsonl")), keys, CLOCK);
    }

    /** Seven entries: a pass, a deploy from its request to its end, an override, a refusal, broken glass. */
    public SampleLedger deploy(int number) {
        String commit = String.format("%040x", number);
        String build = "shop/orders/master#" + number;
        ledger.append(new Draft("review.decided", "acme/orders@" + commit, "build " + build, ruling("pass", commit)));
        String request = Long.toString(
                ledger.append(deploy("requested", null, commit, build)).sequence());
        ledger.append(deploy("started", request, commit, build));
        ledger.append(deploy(number % 3 == 0 ? "failed" : "succeeded", request, commit, build));
        String filed = "acme/orders@" + commit + " in production";
        ledger.append(new Draft(
                "window.overridden",
                filed,
                "user mia",
                Map.of(
                        "environment",
                        "production",
                        "person",
                        "mia",
                        "reason",
                        "=HYPERLINK(\"http://x\")",
                        "commit",
                        commit)));
        ledger.append(new Draft("review.decided", "acme/orders@" + commit, "build " + build, ruling("refuse", commit)));
        ledger.append(new Draft(
                "breakglass.opened",
                filed,
                "user mia",
                Map.of("person", "mia", "reason", "Der Laden brennt \u2013 \u706b")));
        return this;
    }

    private static Map<String, Object> ruling(String decision, String commit) {
        return Map.of(
                "decision",
                decision,
                "opensDeploy",
                decision.equals("pass"),
                "reason",
                "All rules hold.",
                "change",
                Map.of(
                        "repository", Map.of("owner", "acme", "name", "orders"),
                        "commit", Map.of("sha", commit),
                        "tree", Map.of("sha", commit),
                        "environment", "production",
                        "pullRequests", List.of(12)));
    }

    private static Draft deploy(String state, String request, String commit, String build) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "service",
                "orders",
                "environment",
                "production",
                "repository",
                "acme/orders",
                "commit",
                commit,
                "tree",
                commit,
                "build",
                build,
                "pullRequests",
                List.of(Map.of("number", 12, "title", "\"Refund\", again", "author", "+ann")),
                "tickets",
                List.of(Map.of("key", "OPS-7")),
                "gates",
                List.of(Map.of("gate", "review", "evidence", "1:x"))));
        if (request != null) {
            body.put("deploy", request);
        }
        return new Draft("deploy." + state, "orders in production", "build " + build, body);
    }

    public BundleWriter writer() {
        return new BundleWriter(ledger, notary, CLOCK);
    }

    /** Writes the bundle with a checkpoint of the newest entry. */
    public Path bundle(Path folder) {
        try {
            notary.seal();
            Files.createDirectories(folder);
            writer().write(folder);
            return folder;
        } catch (IOException | io.jenkins.plugins.itgc.ledger.attest.CheckpointChain.Broken e) {
            throw new IllegalStateException(e);
        }
    }
}
