package io.jenkins.plugins.itgc.window;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.Ledger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Overrides of closed windows, as the ledger tells of them. */
public final class LedgerOverrides implements Overrides {
    /** Kind of the entry that an override leaves. */
    public static final String OVERRIDDEN = "window.overridden";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Ledger ledger;

    public LedgerOverrides(Ledger ledger) {
        this.ledger = ledger;
    }

    /** What such an entry is filed under: exactly one commit in one environment, of one service or of all. */
    public static String subject(String repository, String commit, String environment, String service) {
        return repository + "@" + commit + " in " + environment + (service == null ? "" : " of " + service);
    }

    @Override
    public Optional<WindowOverride> of(Change change, String service) throws EvidenceUnavailable {
        Optional<Entry> ofAll = newest(change, null);
        Optional<Entry> ofService = service == null ? Optional.empty() : newest(change, service);
        Optional<Entry> entry = Stream.concat(ofAll.stream(), ofService.stream())
                .max(Comparator.comparingLong(Entry::sequence));
        return entry.isEmpty() ? Optional.empty() : read(entry.get(), service);
    }

    private Optional<Entry> newest(Change change, String service) {
        String repository = change.repository().toString();
        return ledger.newest(
                OVERRIDDEN, subject(repository, change.commit().sha(), change.environment(), service));
    }

    private static Optional<WindowOverride> read(Entry entry, String service) throws EvidenceUnavailable {
        try {
            JsonNode body = JSON.readTree(entry.body());
            JsonNode of = body.path("service");
            boolean other = of.isTextual() && !of.textValue().equals(service);
            return other
                    ? Optional.empty()
                    : Optional.of(new WindowOverride(
                            body.required("person").asText(),
                            body.required("reason").asText(),
                            Instant.parse(body.required("until").asText()),
                            entry.evidenceId()));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            throw new EvidenceUnavailable(
                    new Finding(
                            "ledger.unreadable",
                            "Entry " + entry.sequence() + " of the ledger does not tell of an override as it must.",
                            entry.subject(),
                            null,
                            "Ask an administrator to verify the ledger."),
                    null,
                    e);
        }
    }
}
