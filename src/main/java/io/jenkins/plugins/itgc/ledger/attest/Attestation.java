package io.jenkins.plugins.itgc.ledger.attest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.itgc.ledger.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Turns an entry about a commit into a statement about this commit, for whoever understands in-toto. */
public final class Attestation {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, PredicateType> GATES = Map.of(
            "review.decided", PredicateType.REVIEW,
            "migration.decided", PredicateType.MIGRATION,
            "approval.decided", PredicateType.APPROVAL,
            "window.decided", PredicateType.WINDOW);
    private static final Set<String> ENDS = Set.of("deploy.succeeded", "deploy.failed", "deploy.aborted", "deploy.unknown");

    private Attestation() {}

    /**
     * The statement about an entry.
     *
     * @return empty unless the entry is a gate's pass that opens a deploy, or the end of a deploy, and its body is here
     */
    public static Optional<Statement> of(Entry entry) {
        PredicateType gate = GATES.get(entry.kind());
        if ((gate == null && !ENDS.contains(entry.kind())) || entry.archived()) {
            return Optional.empty();
        }
        try {
            JsonNode body = JSON.readTree(entry.body());
            return gate == null ? deploy(entry, body) : pass(gate, entry, body);
        } catch (JsonProcessingException e) {
            return Optional.empty(); // a changed entry; the chain names it
        }
    }

    private static Optional<Statement> pass(PredicateType gate, Entry entry, JsonNode body) {
        JsonNode change = body.path("change");
        String commit = change.path("commit").path("sha").asText();
        if (!body.path("decision").asText().equals("pass") || !body.path("opensDeploy").asBoolean() || commit.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> said = about(entry);
        put(said, "decision", body.path("decision"));
        put(said, "reason", body.path("reason"));
        put(said, "environment", change.path("environment"));
        put(said, "service", body.path("service"));
        put(said, "pullRequests", change.path("pullRequests"));
        put(said, "rules", body.path("explanation"));
        put(said, "policy", body.path("policy"));
        put(said, "grounds", body.path("grounds"));
        JsonNode repository = change.path("repository");
        String name = repository.path("owner").asText() + "/" + repository.path("name").asText();
        return Optional.of(
                Statement.of(code(name, commit, change.path("tree").path("sha").asText()), gate, said));
    }

    private static Optional<Statement> deploy(Entry entry, JsonNode body) {
        String commit = body.path("commit").asText();
        if (commit.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> said = about(entry);
        said.put("result", entry.kind().substring("deploy.".length()));
        for (String field : List.of(
                "deploy", "environment", "service", "previous", "rollback", "build", "startedBy", "pullRequests",
                "tickets", "gates", "reason")) {
            put(said, field, body.path(field));
        }
        String repository = body.path("repository").asText();
        return Optional.of(Statement.of(
                code(repository, commit, body.path("tree").asText("")), PredicateType.DEPLOY, said));
    }

    private static List<Statement.Subject> code(String repository, String commit, String tree) {
        List<Statement.Subject> subjects = new ArrayList<>();
        subjects.add(new Statement.Subject(repository + " commit", Map.of("gitCommit", commit)));
        if (!tree.isEmpty() && !tree.equals("null")) {
            subjects.add(new Statement.Subject(repository + " tree", Map.of("gitTree", tree)));
        }
        return subjects;
    }

    private static Map<String, Object> about(Entry entry) {
        Map<String, Object> said = new TreeMap<>();
        said.put("entry", Map.of("sequence", entry.sequence(), "sha256", entry.hash()));
        said.put("at", entry.at().toString());
        said.put("actor", entry.actor());
        return said;
    }

    private static void put(Map<String, Object> said, String field, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) {
            said.put(field, value);
        }
    }
}
