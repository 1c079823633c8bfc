package io.jenkins.plugins.itgc.testbed.scenarios.demo;

import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.Ledger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the entries of one deploy as the plugin does. */
final class StoryEntries {
    private final Ledger ledger;

    /** A change on its way. */
    record Change(
            String service,
            String environment,
            String commit,
            String previous,
            boolean rollback,
            String build,
            String starter,
            int number,
            String title,
            String author,
            String approver,
            String ticket,
            String ticketTitle) {
        String repository() {
            return "acme/" + service;
        }

        private String subject() {
            return repository() + "@" + commit;
        }

        private String pullRequest() {
            return "https://github.example.com/" + repository() + "/pull/" + number;
        }
    }

    StoryEntries(Ledger ledger) {
        this.ledger = ledger;
    }

    private long append(String kind, String subject, String actor, Map<String, ?> body) {
        return ledger.append(new Draft(kind, subject, actor, body)).sequence();
    }

    /** A gate that rules; a rule that does not hold has a finding. */
    void ruling(Change change, String gate, String decision, String reason) {
        String outcome =
                Map.of("pass", "PASS", "wait", "WAIT", "refuse", "REFUSE").getOrDefault(decision, "UNKNOWN");
        Map<String, Object> body = new HashMap<>();
        body.put("gate", gate);
        body.put("decision", decision);
        body.put("reason", decision.equals("refuse") ? null : reason);
        body.put(
                "change",
                Map.of(
                        "repository", Map.of("owner", "acme", "name", change.service()),
                        "commit", Map.of("sha", change.commit()),
                        "pullRequests", List.of(change.number()),
                        "environment", change.environment()));
        body.put("explanation", rule(gate + " gate", outcome, reason, List.of(), rules(change, gate, outcome)));
        append(gate + ".decided", change.subject(), "build " + change.build(), body);
    }

    private static Map<String, Object> rule(
            String name, String outcome, String summary, List<?> findings, List<?> children) {
        return Map.of("rule", name, "outcome", outcome, "summary", summary, "findings", findings, "children", children);
    }

    private static List<?> rules(Change change, String gate, String outcome) {
        List<?> findings = outcome.equals("PASS")
                ? List.of()
                : List.of(Map.of(
                        "code",
                        gate + ".story",
                        "what",
                        gate.equals("window") ? "No window is open now." : "It is not there yet.",
                        "subject",
                        change.service() + "#" + change.number(),
                        "link",
                        change.pullRequest(),
                        "next",
                        gate.equals("window") ? "Wait for the next window." : "Ask " + change.approver() + "."));
        return switch (gate) {
            case "review" ->
                List.of(
                        rule(
                                "ticket linked",
                                outcome,
                                change.ticket() + " is linked at its place.",
                                findings,
                                List.of()),
                        rule(
                                "ticket approved",
                                "PASS",
                                "A manager approved " + change.ticket() + ".",
                                List.of(),
                                List.of()),
                        rule("peer reviewed", "PASS", "Reviewed at its head by somebody else.", List.of(), List.of()));
            default -> List.of(rule(gate, outcome, "As the environment asks.", findings, List.of()));
        };
    }

    /** Somebody is asked for approval, and answers when they are named. */
    long approval(Change change, boolean given) {
        String subject = change.subject() + " in " + change.environment();
        long request = append(
                "approval.requested",
                subject,
                "build " + change.build(),
                Map.of("service", change.service(), "quorum", "1 of release-managers", "build", change.build()));
        if (given) {
            Map<String, ?> answer = Map.of(
                    "request",
                    String.valueOf(request),
                    "person",
                    change.approver(),
                    "channel",
                    "dashboard",
                    "reason",
                    "Checked with support.");
            append("approval.given", subject, "user " + change.approver(), answer);
            append("approval.completed", subject, "jenkins", Map.of("request", String.valueOf(request)));
        }
        return request;
    }

    private static Map<String, Object> body(Change change) {
        Map<String, Object> body = new HashMap<>();
        body.put("service", change.service());
        body.put("environment", change.environment());
        body.put("repository", change.repository());
        body.put("commit", change.commit());
        body.put("previous", change.previous());
        body.put("rollback", change.rollback());
        body.put("build", change.build());
        body.put("startedBy", change.starter());
        body.put(
                "pullRequests",
                List.of(Map.of(
                        "number", change.number(),
                        "title", change.title(),
                        "url", change.pullRequest(),
                        "author", change.author())));
        body.put(
                "tickets",
                List.of(Map.of(
                        "key", change.ticket(),
                        "title", change.ticketTitle(),
                        "url", "https://jira.example.com/browse/" + change.ticket())));
        return body;
    }

    long requested(Change change) {
        return append("deploy.requested", place(change), "build " + change.build(), body(change));
    }

    void next(Change change, long deploy, String what, String reason) {
        Map<String, Object> body = body(change);
        body.put("deploy", String.valueOf(deploy));
        body.put("reason", reason);
        append("deploy." + what, place(change), "build " + change.build(), body);
    }

    private static String place(Change change) {
        return change.service() + " in " + change.environment();
    }

    void noticed(Change change, long deploy) {
        Map<String, ?> body = Map.of(
                "deploy",
                String.valueOf(deploy),
                "announcer",
                "GitHub",
                "what",
                "Commented on pull request " + change.number() + ".",
                "link",
                change.pullRequest());
        append("deploy.noticed", place(change), "jenkins", body);
    }

    void exception(String kind, Change change, String what) {
        Map<String, ?> body = Map.of(
                "environment", change.environment(),
                "service", change.service(),
                "repository", change.repository(),
                "commit", change.commit(),
                "person", change.approver(),
                "what", what);
        append(kind, change.subject() + " in " + change.environment(), "user " + change.approver(), body);
    }

    void hold(String environment, String service, String owner, String reason) {
        Map<String, Object> body = new HashMap<>(Map.of("environment", environment, "owner", owner, "reason", reason));
        body.put("service", service);
        append("hold.placed", service == null ? environment : service + " in " + environment, "user " + owner, body);
    }
}
