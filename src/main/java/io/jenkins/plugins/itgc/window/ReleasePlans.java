package io.jenkins.plugins.itgc.window;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.Ledger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Dates that people planned for pull requests, as the ledger tells of them. The newest of a pull request counts. */
public final class ReleasePlans {
    /** Kind of the entry that a plan leaves. */
    public static final String PLANNED = "release.planned";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Ledger ledger;

    public ReleasePlans(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * A date for a pull request.
     *
     * @param repository owner/name
     * @param pullRequest its number
     * @param environment where to
     * @param at not before this; null when the date was taken back
     * @param text the date as somebody wrote it; null when it was taken back
     * @param person who said so
     */
    public record Plan(String repository, int pullRequest, String environment, Instant at, String text, String person) {
        /** How people find what is planned. */
        public String title() {
            return repository + "#" + pullRequest + " to " + environment;
        }
    }

    /** Puts a plan in the place of the one before. */
    public void record(Plan plan) {
        Map<String, Object> body = new HashMap<>();
        body.put("repository", plan.repository());
        body.put("pullRequest", plan.pullRequest());
        body.put("environment", plan.environment());
        body.put("at", plan.at() == null ? null : plan.at().toString());
        body.put("text", plan.text());
        body.put("person", plan.person());
        ledger.append(new Draft(
                PLANNED,
                subject(plan.repository(), plan.pullRequest(), plan.environment()),
                "user " + plan.person(),
                body));
    }

    private static String subject(String repository, int pullRequest, String environment) {
        return repository.toLowerCase(Locale.ROOT) + "#" + pullRequest + " in " + environment;
    }

    /** The plan that counts; empty when there is none, or it was taken back. */
    public Optional<Plan> of(String repository, int pullRequest, String environment) throws EvidenceUnavailable {
        Optional<Entry> entry = ledger.newest(PLANNED, subject(repository, pullRequest, environment));
        return entry.isEmpty() ? Optional.empty() : Optional.of(read(entry.get())).filter(plan -> plan.at() != null);
    }

    private static Plan read(Entry entry) throws EvidenceUnavailable {
        try {
            JsonNode body = JSON.readTree(entry.body());
            JsonNode at = body.required("at");
            return new Plan(
                    body.required("repository").asText(),
                    body.required("pullRequest").asInt(),
                    body.required("environment").asText(),
                    at.isNull() ? null : Instant.parse(at.asText()),
                    body.required("text").asText(),
                    body.required("person").asText());
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            throw new EvidenceUnavailable(
                    new Finding(
                            "ledger.unreadable",
                            "Entry " + entry.sequence() + " of the ledger does not tell of a plan as it must.",
                            entry.subject(),
                            null,
                            "Ask an administrator to verify the ledger."),
                    null,
                    e);
        }
    }
}
