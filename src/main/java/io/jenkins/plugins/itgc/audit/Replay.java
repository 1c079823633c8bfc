package io.jenkins.plugins.itgc.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.review.ReviewJudge;
import io.jenkins.plugins.itgc.review.facts.ReviewEvidence;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Judges reviews again on the evidence that was kept: by the policy that was kept with it, changed as somebody wishes. What
 * comes out otherwise is what that policy would have changed; with no wish, nothing may come out otherwise.
 */
public final class Replay {
    /** Kind of the entries that are judged again. */
    public static final String KIND = "review.decided";

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final ObjectNode wish;
    private final List<Difference> differences = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private long judged;
    private long withoutEvidence;

    /**
     * A review that would have gone another way.
     *
     * @param entry its entry
     * @param subject what it was about
     * @param was pass, refuse, wait or unknown
     * @param would the same of the other policy
     * @param why findings of the other policy, sentences; empty for a pass
     */
    public record Difference(long entry, String subject, String was, String would, List<String> why) {}

    /**
     * What came of it.
     *
     * @param judged how many were judged again
     * @param withoutEvidence how many could not be, because nothing was read then or the body is in an archive
     * @param differences those that would have gone another way
     * @param unreadable what could not be judged again for another reason, sentences
     */
    public record Report(long judged, long withoutEvidence, List<Difference> differences, List<String> unreadable) {}

    /**
     * A replay.
     *
     * @param wish a JSON object: the fields of the policy that are to be other than they were
     * @throws IllegalArgumentException when it is none
     */
    public Replay(String wish) {
        try {
            if (JSON.readTree(wish) instanceof ObjectNode fields) {
                this.wish = fields;
                return;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The policy is no JSON: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("The policy must be a JSON object, such as {\"requiredApprovals\": 2}.");
    }

    /** Judges again what an entry tells of. */
    public void take(Entry entry) {
        if (!entry.kind().equals(KIND)) {
            return;
        }
        try {
            JsonNode body = entry.archived() ? JSON.nullNode() : JSON.readTree(entry.body());
            if (body.path("evidence").isObject()) {
                judge(entry, body);
            } else {
                withoutEvidence++;
            }
        } catch (JsonProcessingException | RuntimeException e) {
            unreadable.add("Entry " + entry.sequence() + " cannot be judged again: " + firstLine(e));
        }
    }

    private void judge(Entry entry, JsonNode body) throws JsonProcessingException {
        ReviewEvidence evidence = evidence(body);
        ObjectNode policy = body.path("policy").deepCopy();
        policy.setAll(wish);
        Explanation explanation = new ReviewJudge(JSON.treeToValue(policy, ReviewPolicy.class)).judge(evidence);
        judged++;
        String was = body.path("decision").asText();
        String would = decision(explanation);
        if (!was.equals(would)) {
            List<String> why =
                    explanation.allFindings().stream().map(Finding::what).distinct().toList();
            differences.add(new Difference(entry.sequence(), entry.subject(), was, would, why));
        }
    }

    private static ReviewEvidence evidence(JsonNode body) throws JsonProcessingException {
        return JSON.treeToValue(body.path("evidence"), ReviewEvidence.class);
    }

    static ReviewEvidence evidence(Entry entry) throws JsonProcessingException {
        return evidence(JSON.readTree(entry.body()));
    }

    static ReviewPolicy policy(Entry entry) throws JsonProcessingException {
        return JSON.treeToValue(JSON.readTree(entry.body()).path("policy"), ReviewPolicy.class);
    }

    /** As a gate decides; only rules that were judged can pass. */
    private static String decision(Explanation explanation) {
        return switch (explanation.outcome()) {
            case PASS, WAIT, REFUSE -> explanation.outcome().name().toLowerCase(Locale.ROOT);
            case UNKNOWN, SKIPPED -> "unknown";
        };
    }

    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.lines().findFirst().orElse("").strip();
    }

    public Report report() {
        return new Report(judged, withoutEvidence, List.copyOf(differences), List.copyOf(unreadable));
    }
}
