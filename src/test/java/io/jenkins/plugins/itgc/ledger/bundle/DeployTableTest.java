package io.jenkins.plugins.itgc.ledger.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.TurnedClock;
import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The population that auditors sample from holds each deploy once, as everybody else tells of it. */
class DeployTableTest {
    @TempDir
    Path folder;

    private List<String> results(String... states) {
        try (Ledger ledger = SqliteLedger.open(folder.resolve("ledger.db"), new TurnedClock())) {
            for (String state : states) {
                Map<String, Object> body = new HashMap<>(Map.of("service", "orders", "environment", "production"));
                if (!state.equals("requested")) {
                    body.put("deploy", "1");
                }
                ledger.append(new Draft("deploy." + state, "orders in production", "build orders#1", body));
            }
            DeployTable table = new DeployTable();
            Stream<List<Object>> ended = ledger.entries(0, 100).stream()
                    .map(EventLog::recorded)
                    .flatMap(recorded -> table.rows(recorded).stream());
            return Stream.concat(ended.toList().stream(), table.rest().stream())
                    .map(row -> row.get(0) + " " + row.get(3))
                    .toList();
        }
    }

    @Test
    void aDeployHasOneRowWhateverIsSaidAfterItsEnd() {
        assertThat(results("requested", "started", "unknown", "succeeded", "started", "failed"))
                .containsExactly("1 unknown");
    }

    @Test
    void aDeployThatDidNotEndHasOneRowAsWell() {
        assertThat(results("requested", "started", "requested")).containsExactly("1 started", "3 requested");
    }
}
