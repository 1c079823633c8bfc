package io.jenkins.plugins.itgc.jenkins;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.review.Deployments;
import java.util.Optional;

/** What was deployed, as the ledger tells it. */
public final class LedgerDeployments implements Deployments {
    /** Kind of the entry that a deploy which succeeded leaves; its body holds the commit. */
    public static final String SUCCEEDED = "deploy.succeeded";

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
    public Optional<CommitId> lastDeployed(String service, String environment) throws EvidenceUnavailable {
        Optional<Entry> entry = ledger.newest(SUCCEEDED, subject(service, environment));
        return entry.isEmpty() ? Optional.empty() : Optional.of(commit(entry.get()));
    }

    private static CommitId commit(Entry entry) throws EvidenceUnavailable {
        try {
            return new CommitId(JSON.readTree(entry.body()).path("commit").asText());
        } catch (JsonProcessingException | IllegalArgumentException e) {
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
