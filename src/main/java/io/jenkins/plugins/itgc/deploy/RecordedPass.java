package io.jenkins.plugins.itgc.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.TreeId;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.Grounds;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.RulingBody;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pass as the ledger holds it. Read from there, and not from the build, because the build's files can be written by
 * hand.
 *
 * @param gate name of the gate
 * @param evidenceId the entry, sequence and hash
 * @param change what passed
 * @param service what it is the deploy of; null when it was judged outside a deploy
 * @param opensDeploy whether it has a meaning for production
 * @param grounds what must not have changed since
 * @param pullRequests carried pull requests; empty when this gate does not read them
 * @param tickets tickets that these name; empty when this gate does not read them
 */
public record RecordedPass(
        String gate,
        String evidenceId,
        Change change,
        String service,
        boolean opensDeploy,
        Grounds grounds,
        List<DeployNews.PullRequest> pullRequests,
        List<DeployNews.Ticket> tickets) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public RecordedPass {
        pullRequests = List.copyOf(pullRequests);
        tickets = List.copyOf(tickets);
    }

    /**
     * Reads a pass.
     *
     * @param evidenceId sequence and hash of its entry
     * @param actor who must have asked for it
     * @return empty when there is no such entry, it is not a pass of this gate, or somebody else asked for it
     */
    public static Optional<RecordedPass> read(Ledger ledger, String gate, String evidenceId, String actor) {
        return sequence(evidenceId)
                .flatMap(ledger::entry)
                .filter(entry -> entry.evidenceId().equals(evidenceId))
                .filter(entry -> entry.kind().equals(RulingBody.kind(gate)) && entry.actor().equals(actor))
                .flatMap(entry -> parse(gate, entry));
    }

    private static Optional<Long> sequence(String evidenceId) {
        String digits = evidenceId.substring(0, Math.max(0, evidenceId.indexOf(':')));
        return digits.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
    }

    private static Optional<RecordedPass> parse(String gate, Entry entry) {
        try {
            JsonNode body = JSON.readTree(entry.body());
            if (!body.path("decision").asText().equals("pass")) {
                return Optional.empty();
            }
            return Optional.of(new RecordedPass(
                    gate,
                    entry.evidenceId(),
                    change(body.path("change")),
                    body.path("service").asText(null),
                    body.path("opensDeploy").asBoolean(false),
                    grounds(body.path("grounds")),
                    pullRequests(body),
                    tickets(body)));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Change change(JsonNode change) {
        JsonNode repository = change.path("repository");
        List<Integer> numbers = new ArrayList<>();
        change.path("pullRequests").forEach(number -> numbers.add(number.asInt()));
        return new Change(
                new RepositoryId(
                        repository.path("owner").asText(), repository.path("name").asText()),
                new CommitId(change.path("commit").path("sha").asText()),
                new TreeId(change.path("tree").path("sha").asText()),
                numbers,
                change.path("environment").asText(null));
    }

    private static Grounds grounds(JsonNode hashes) {
        Map<String, String> all = new HashMap<>();
        hashes.properties().forEach(field -> all.put(field.getKey(), field.getValue().asText()));
        return new Grounds(all);
    }

    private static List<DeployNews.PullRequest> pullRequests(JsonNode body) {
        List<DeployNews.PullRequest> all = new ArrayList<>();
        body.path("evidence").path("pullRequests").forEach(carried -> {
            JsonNode facts = carried.path("facts");
            if (facts.has("number")) {
                all.add(new DeployNews.PullRequest(
                        facts.path("number").asInt(),
                        facts.path("title").asText(),
                        facts.path("link").asText(null),
                        facts.path("author").path("login").asText(null),
                        facts.path("mergedBy").asText(null),
                        facts.path("mergedAt").asText(null)));
            }
        });
        return all;
    }

    private static List<DeployNews.Ticket> tickets(JsonNode body) {
        Map<List<String>, DeployNews.Ticket> all = new LinkedHashMap<>();
        body.path("evidence").path("pullRequests").forEach(carried -> carried.path("tickets")
                .forEach(ticket -> {
                    String tracker = ticket.path("key").path("tracker").asText();
                    String key = ticket.path("key").path("key").asText();
                    all.put(
                            List.of(tracker, key),
                            new DeployNews.Ticket(
                                    tracker,
                                    key,
                                    ticket.path("summary").asText(),
                                    ticket.path("link").asText(null)));
                }));
        return List.copyOf(all.values());
    }
}
