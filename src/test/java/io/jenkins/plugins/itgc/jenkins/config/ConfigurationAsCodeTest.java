package io.jenkins.plugins.itgc.jenkins.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.casc.misc.ConfiguredWithCode;
import io.jenkins.plugins.casc.misc.JenkinsConfiguredWithCodeRule;
import io.jenkins.plugins.casc.misc.junit.jupiter.WithJenkinsConfiguredWithCode;
import io.jenkins.plugins.itgc.review.policy.InvalidPolicy;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import io.jenkins.plugins.itgc.review.policy.Tracker;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The configuration as code gives the policy that the gates take. */
@WithJenkinsConfiguredWithCode
class ConfigurationAsCodeTest {
    @Test
    @ConfiguredWithCode("gates.yaml")
    void givesThePolicyOfAnEnvironment(JenkinsConfiguredWithCodeRule jenkins) {
        ItgcConfiguration configuration = ItgcConfiguration.get();
        ReviewPolicy policy = configuration.reviewPolicy(configuration.environment("production"));
        assertThat(policy.productionBranch()).isEqualTo("main");
        assertThat(policy.requiredApprovals()).isEqualTo(2);
        assertThat(policy.approvalLabel()).isEmpty();
        assertThat(policy.ticket().marker()).isEqualTo("Redmine");
        assertThat(policy.migrationFiles()).containsExactly("**.sql", "db/**");
        assertThat(policy.ticket().trackers()).extracting(Tracker::name).containsExactly("redmine");
        assertThat(policy.identities().gitHubLogin("redmine", "mmanager")).contains("mia");
    }

    @Test
    @ConfiguredWithCode("gates.yaml")
    void leavesWhatIsNotGivenAtItsDefault(JenkinsConfiguredWithCodeRule jenkins) {
        ItgcConfiguration configuration = ItgcConfiguration.get();
        ReviewPolicy policy = configuration.reviewPolicy(configuration.environment("staging"));
        assertThat(policy.productionBranch()).isEqualTo("master");
        assertThat(policy.requiredApprovals()).isEqualTo(1);
        assertThat(policy.approvalLabel()).isEqualTo("LGTM");
        assertThat(policy.ticket().trackers())
                .extracting(tracker -> tracker.url().toString())
                .containsExactly("https://jira.example", "https://redmine.example");
    }

    @Test
    @ConfiguredWithCode("gates.yaml")
    void environmentMustBeNamedWhenThereAreSeveral(JenkinsConfiguredWithCodeRule jenkins) {
        assertThatThrownBy(() -> ItgcConfiguration.get().environment(null))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContaining("environments");
    }

    @Test
    @ConfiguredWithCode("gates.yaml")
    void survivesBeingSavedAndLoaded(JenkinsConfiguredWithCodeRule jenkins) {
        ItgcConfiguration.get().save();
        ItgcConfiguration loaded = new ItgcConfiguration();
        assertThat(loaded.getGitHub().getApiUri()).isEqualTo("https://github.example/api/v3");
        assertThat(loaded.getTrackers()).extracting(TrackerEntry::getName).isEqualTo(List.of("jira", "redmine"));
        assertThat(loaded.reviewPolicy(loaded.environment("production")))
                .isEqualTo(ItgcConfiguration.get()
                        .reviewPolicy(ItgcConfiguration.get().environment("production")));
    }

    @Test
    @ConfiguredWithCode("gates.yaml")
    void knowsWhereServicesSayWhatRuns(JenkinsConfiguredWithCodeRule jenkins) {
        assertThat(ItgcConfiguration.get().environment("production").isWatchDeployments()).isFalse();
        assertThat(ItgcConfiguration.get().environment("staging").isWatchDeployments()).isTrue();
        assertThat(ItgcConfiguration.get().environment("production").getProbes()).singleElement().satisfies(probe -> {
            assertThat(probe.getService()).isEqualTo("orders");
            assertThat(probe.address()).hasToString("https://orders.example/version");
            assertThat(probe.getPath()).isEqualTo("build.commit");
            assertThat(probe.getCredentialsId()).isEqualTo("status");
        });
    }
}
