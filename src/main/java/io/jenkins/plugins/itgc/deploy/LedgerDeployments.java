package io.jenkins.plugins.itgc.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.review.Deployments;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was deployed, as the ledger tells it. */
public final class LedgerDeployments implements Deployments {
    /** Kind of the entry that a deploy which succeeded leaves; its body holds the commit. */
    public static final String SUCCEEDED = "deploy.succeeded";

    private static final int AT_ONCE = 1000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Ledger ledger;

    public LedgerDeployments(Ledger ledger) {
        this.ledger = ledger;
    }

    /** What such an entry is filed under. */
    public static String subject(String service, String environment) {
        return service + " in " + environment;
    }

    @Override
    public Optional<CommitId> lastDeployed(RepositoryId repository, String service, String environment)
            throws EvidenceUnavailable {
        Optional<Entry> own = ledger.newest(SUCCEEDED, subject(service, environment));
        Optional<Entry> entry = own.isPresent() ? own : ofAnyService(repository, environment);
        return entry.isEmpty() ? Optional.empty() : Optional.of(commit(entry.get()));
    }

    /** Only asked before the first deploy of a service, so it may look at every deploy. */
    private Optional<Entry> ofAnyService(RepositoryId repository, String environment) throws EvidenceUnavailable {
        Entry newest = null;
        List<Entry> next = ledger.entries(Set.of(SUCCEEDED), 0, AT_ONCE);
        while (!next.isEmpty()) {
            for (Entry entry : next) {
                if (entry.subject().endsWith(subject("", environment)) && of(repository, environment, entry)) {
                    newest = entry;
                }
            }
            next = ledger.entries(Set.of(SUCCEEDED), next.get(next.size() - 1).sequence(), AT_ONCE);
        }
        return Optional.ofNullable(newest);
    }

    private static boolean of(RepositoryId repository, String environment, Entry entry) throws EvidenceUnavailable {
        JsonNode body = body(entry);
        return repository.toString().equalsIgnoreCase(body.path("repository").asText())
                && environment.equals(body.path("environment").asText());
    }

    private static CommitId commit(Entry entry) throws EvidenceUnavailable {
        try {
            return new CommitId(body(entry).path("commit").asText());
        } catch (IllegalArgumentException e) {
            throw new EvidenceUnavailable(unreadable(entry), null, e);
        }
    }

    private static JsonNode body(Entry entry) throws EvidenceUnavailable {
        try {
            return JSON.readTree(entry.body());
        } catch (JsonProcessingException e) {
            throw new EvidenceUnavailable(unreadable(entry), null, e);
        }
    }

    private static Finding unreadable(Entry entry) {
        return new Finding(
                "ledger.unreadable",
                "Entry " + entry.sequence() + " of the ledger does not name the commit that was deployed.",
                entry.subject(),
                null,
                "Ask an administrator to verify the ledger.");
    }
}
