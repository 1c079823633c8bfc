package io.jenkins.plugins.itgc.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the ledger keeps of a system that was told of a deploy. */
public record ToldNews(
        String deploy, String announcer, String state, String service, String environment, String what, String link) {
    /** Kind of the entry. */
    public static final String KIND = "deploy.noticed";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int READ_AT_ONCE = 1000;

    /** What tells news to one system apart from other news. */
    public static List<String> key(String announcer, DeployNews news) {
        return List.of(announcer, news.deploy(), news.state().kind());
    }

    /** Keys of all news that were told. */
    public static Set<List<String>> read(Ledger ledger) {
        Set<List<String>> told = new HashSet<>();
        long after = 0;
        List<Entry> next;
        do {
            next = ledger.entries(Set.of(KIND), after, READ_AT_ONCE);
            for (Entry entry : next) {
                told.add(key(entry));
                after = entry.sequence();
            }
        } while (next.size() == READ_AT_ONCE);
        return told;
    }

    private static List<String> key(Entry entry) {
        try {
            JsonNode body = JSON.readTree(entry.body());
            return List.of(
                    body.path("announcer").asText(),
                    body.path("deploy").asText(),
                    body.path("state").asText());
        } catch (JsonProcessingException e) {
            throw new LedgerFailure("Entry " + entry.sequence() + " of the ledger is no JSON; verify the ledger.", e);
        }
    }
}
