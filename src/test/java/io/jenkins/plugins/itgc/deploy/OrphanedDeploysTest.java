package io.jenkins.plugins.itgc.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A turn is freed by whatever ends its build, and by nothing else. */
class OrphanedDeploysTest {
    @TempDir
    Path folder;

    private final Map<String, DeployState> ended = new HashMap<>();
    private DeployRegister register;
    private OrphanedDeploys orphans;

    @BeforeEach
    void open() {
        Ledger ledger = SqliteLedger.open(folder.resolve("ledger.db"), Clock.systemUTC());
        register = new DeployRegister(ledger);
        orphans = new OrphanedDeploys(register, news -> Optional.ofNullable(ended.get(news.build())));
    }

    @Test
    void leavesWhatStillRuns() {
        register.start(register.request(Requests.of(1, "orders#1"), "7").deploy());
        register.request(Requests.of(2, "orders#2"), "7");

        assertThat(orphans.settle()).isEmpty();
        assertThat(register.queue(Requests.ORDERS)).hasSize(2);
    }

    @Test
    void freesThePlaceOfABuildThatEndedInTheQueue() {
        register.request(Requests.of(1, "orders#1"), "7");
        ended.put("orders#1", DeployState.SUCCEEDED);

        assertThat(orphans.settle())
                .singleElement()
                .extracting(DeployNews::state)
                .isEqualTo(DeployState.ABORTED);
        assertThat(register.queue(Requests.ORDERS)).isEmpty();
        assertThat(register.current(Requests.ORDERS)).isEmpty();
    }

    @Test
    void settlesWhatHadBegunByTheResultOfItsBuild() {
        register.start(register.request(Requests.of(1, "orders#1"), "7").deploy());
        ended.put("orders#1", DeployState.FAILED);

        assertThat(orphans.settle()).singleElement().satisfies(news -> {
            assertThat(news.state()).isEqualTo(DeployState.FAILED);
            assertThat(news.reason().english()).contains("The controller was down when the deploy ended");
        });
    }

    @Test
    void saysThatNobodyKnowsWhenTheBuildIsGone() {
        register.start(register.request(Requests.of(1, "orders#1"), "7").deploy());
        ended.put("orders#1", DeployState.UNKNOWN);

        assertThat(orphans.settle()).singleElement().satisfies(news -> {
            assertThat(news.state()).isEqualTo(DeployState.UNKNOWN);
            assertThat(news.reason().english()).contains("check the environment");
        });
        assertThat(orphans.settle()).isEmpty();
    }
}
