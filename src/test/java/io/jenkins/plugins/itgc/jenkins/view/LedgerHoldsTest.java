package io.jenkins.plugins.itgc.jenkins.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.dashboard.ActionResult;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Holds as pages and Slack place them. */
@WithJenkins
class LedgerHoldsTest {
    private final LedgerHolds holds = new LedgerHolds();

    @BeforeEach
    void configure(JenkinsRule jenkins) {
        ItgcConfiguration.get().setEnvironments(List.of(new EnvironmentEntry("production")));
    }

    private ActionResult placed(String service) {
        return holds.place("production", service, "mia", "Sale", null);
    }

    /** The ledger would keep another name, and the hold would stop nobody. */
    @Test
    void aNameThatNobodyCanWriteIsRefused(JenkinsRule jenkins) {
        ActionResult refused = placed("orders\ud800");

        assertThat(refused.taken()).isFalse();
        assertThat(refused.message().english()).contains("half a character");
        assertThat(ItgcServices.get().holds().all()).isEmpty();

        assertThat(placed("orders \ud83d\ude00").taken()).isTrue();
        assertThat(ItgcServices.get().holds().all()).singleElement().satisfies(hold -> assertThat(hold.service())
                .isEqualTo("orders \ud83d\ude00"));
    }
}
