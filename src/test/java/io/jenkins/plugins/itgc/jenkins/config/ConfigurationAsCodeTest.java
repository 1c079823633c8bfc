package io.jenkins.plugins.itgc.jenkins.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.casc.misc.ConfiguredWithCode;
import io.jenkins.plugins.casc.misc.JenkinsConfiguredWithCodeRule;
import io.jenkins.plugins.casc.misc.junit.jupiter.WithJenkinsConfiguredWithCode;
import io.jenkins.plugins.itgc.people.Account;
import io.jenkins.plugins.itgc.people.Person;
import io.jenkins.plugins.itgc.review.policy.InvalidPolicy;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import io.jenkins.plugins.itgc.review.policy.Tracker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The configuration as code gives the policy that the gates take. */
@WithJenkinsConfiguredWithCode
class ConfigurationAsCodeTest {
    @TempDir
    Path folder;

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
        assertThat(policy.people().of(new Account("redmine", "mmanager"))).contains(new Person("mia"));
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
    void knowsWhichJobsMayDeploy(JenkinsConfiguredWithCodeRule jenkins) throws Exception {
        ItgcConfiguration configuration = ItgcConfiguration.get();
        assertThat(configuration.environment("production").deployingJobs().patterns())
                .containsExactly("orders/main", "releases/*");
        assertThat(configuration.environment("staging").deployingJobs().admit("any/job"))
                .isTrue();
        SavedEarlier.with("jobs", "releases/[");
        assertThatThrownBy(() -> configuration.environment("production").deployingJobs())
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContaining("\"jobs\"")
                .hasMessageContaining("\"releases/[\" is not a glob");
    }

    @Test
    @ConfiguredWithCode("gates.yaml")
    void knowsWhereServicesSayWhatRuns(JenkinsConfiguredWithCodeRule jenkins) {
        assertThat(ItgcConfiguration.get().environment("production").isWatchDeployments())
                .isFalse();
        assertThat(ItgcConfiguration.get().environment("staging").isWatchDeployments())
                .isTrue();
        assertThat(ItgcConfiguration.get().environment("production").getProbes())
                .singleElement()
                .satisfies(probe -> {
                    assertThat(probe.getService()).isEqualTo("orders");
                    assertThat(probe.address()).hasToString("https://orders.example/version");
                    assertThat(probe.getPath()).isEqualTo("build.commit");
                    assertThat(probe.getCredentialsId()).isEqualTo("status");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "environments:;- {name: production, requiredApprovals: 0} | production | requiredApprovals",
                "environments:;- {name: production, productionBranch: ''} | production | productionBranch",
                "environments:;- {name: production, migrationFiles: '**.sql, ['} | production | migrationFiles",
                "environments:;- {name: production, ticketMarker: '::'} | production | ticketMarker",
                "environments:;- {name: production, requiredGates: 'window'} | production | requiredGates",
                "environments:;- {name: production, jobs: 'releases/['} | production | jobs",
                "environments:;- {name: production, jobs: ','} | production | jobs",
                "environments:;- {name: production, requiredGates: 'review, prayer'} | production | prayer",
                "environments:;- {name: production, deployAfter: stagin} | production | stagin",
                "environments:;- {name: production, approval: {quorum: 'nobody?'}} | approval | quorum",
                "environments:;- {name: production, approval: {quorum: '1 of ops', deputies: [{deputy: a, absent: b}]}}"
                        + " | production | approval",
                "environments:;- {name: production, approval: {quorum: '1 of ops', zone: Moon}} | approval | zone",
                "environments:;- {name: production, window: {windows: 'sometimes'}} | deploy window | windows",
                "environments:;- {name: production, window: {maxAge: 'long'}} | deploy window | maxAge",
                "environments:;- {name: production, databases: [{name: orders, tool: magic}]} | orders | tool",
                "environments:;- {name: production, databases: [{name: orders, files: '['}]} | orders | files",
                "environments:;- {name: production, databases: [{name: orders}]} | production | databases",
                "environments:;- {name: production, probes: [{service: orders, url: nowhere}]} | production | probes",
                "environments:;- {name: ' '} | environment | name",
                "environments:;- {name: 'apps in production'} | apps in production | name",
                "environments:;- {name: 'copy of production'} | copy of production | name",
                "environments:;- {name: 'in production'} | in production | name",
                "environments:;- {name: 'production of'} | production of | name",
                "environments:;- {name: production};- {name: production} | production | name",
                "trackers:;- itgcRedmine: {name: r, url: 'https://r', projects: P, approvedStatuses: S, managersGroup: ''}"
                        + " | ticket tracker \"r\" | managersGroup",
                "trackers:;- itgcRedmine: {name: r, url: 'https://r', projects: P, approvedStatuses: S}"
                        + " | ticket tracker \"r\" | managersGroup",
                "trackers:;- itgcRedmine: {name: r, url: 'redmine', projects: P} | ticket tracker \"r\" | url",
                "trackers:;- itgcRedmine: {name: r, projects: P, approvedStatuses: S, managersGroup: M} | \"r\" | url",
                "trackers:;- itgcJira: {name: j, restVersion: '4'} | ticket tracker \"j\" | restVersion",
                "trackers:;- itgcJira: {name: github} | github | name",
                "calendars:;- itgcICalendar: {name: c, zone: Moon} | calendar \"c\" | zone",
                "identities:;- {gitHub: ''} | person | gitHub",
                "gitHub: {apiUri: github} | GitHub | apiUri",
            })
    @ConfiguredWithCode("gates.yaml")
    void valueThatMakesNoSenseFailsAtLoadAndIsNotTaken(
            String mistake, String entry, String key, JenkinsConfiguredWithCodeRule jenkins) throws Exception {
        Path file = Files.writeString(
                folder.resolve("mistake.yaml"),
                "unclassified:\n  itgcDeployGates:\n    " + mistake.replace(";", "\n    ") + "\n");
        assertThatThrownBy(() -> ConfigurationAsCode.get().configure(file.toString()))
                .hasStackTraceContaining(entry)
                .hasStackTraceContaining(key)
                .hasStackTraceContaining("has no valid");
        ItgcConfiguration configuration = ItgcConfiguration.get();
        assertThat(configuration.getEnvironments())
                .extracting(EnvironmentEntry::getName)
                .containsExactly("production", "staging");
        assertThat(configuration.getTrackers())
                .extracting(TrackerEntry::getName)
                .containsExactly("jira", "redmine");
        assertThat(configuration.getGitHub().getApiUri()).isEqualTo("https://github.example/api/v3");
    }

    /** Binding refuses these names; a controller that has one must start all the same, so that somebody can rename it. */
    @ParameterizedTest
    @ValueSource(strings = {"apps in production", "copy of production"})
    @ConfiguredWithCode("gates.yaml")
    void namesThatTheLedgerCannotReadBackStillLoadFromWhatIsSaved(String name, JenkinsConfiguredWithCodeRule jenkins)
            throws Exception {
        SavedEarlier.with("name", name);

        ItgcConfiguration loaded = ItgcConfiguration.get();

        assertThat(loaded.getEnvironments())
                .extracting(EnvironmentEntry::getName)
                .containsExactly(name, name);
        assertThat(loaded.environment(name).getProductionBranch()).isNotEmpty();
    }

    /** A controller must start with what an older version saved, and then tell what is wrong with it. */
    @Test
    @ConfiguredWithCode("gates.yaml")
    void valuesThatAreSavedAlreadyStillLoad(JenkinsConfiguredWithCodeRule jenkins) throws Exception {
        SavedEarlier.with("requiredApprovals", "0");
        SavedEarlier.with("managersGroup", "");
        SavedEarlier.with("name", "one");
        ItgcConfiguration loaded = ItgcConfiguration.get();
        assertThat(loaded.getEnvironments())
                .extracting(EnvironmentEntry::getRequiredApprovals)
                .containsExactly(0, 0);
        assertThat(loaded.getEnvironments())
                .extracting(EnvironmentEntry::getName)
                .containsExactly("one", "one");
        assertThat(loaded.getTrackers())
                .extracting(TrackerEntry::getManagersGroup)
                .containsOnly("");
        EnvironmentEntry first = loaded.getEnvironments().get(0);
        assertThatThrownBy(() -> loaded.reviewPolicy(first)).isInstanceOf(InvalidPolicy.class);
    }

    @Test
    @ConfiguredWithCode("gates.yaml")
    void trackerThatIsNotConfiguredIsNeverLeftOut(JenkinsConfiguredWithCodeRule jenkins) {
        ItgcConfiguration configuration = ItgcConfiguration.get();
        EnvironmentEntry production = configuration.environment("production");
        production.setTrackers("redmine, jria");
        assertThatThrownBy(() -> configuration.reviewPolicy(production))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContaining("\"trackers\"")
                .hasMessageContaining("production")
                .hasMessageContaining("\"jria\"");
    }

    @Test
    @ConfiguredWithCode("gates.yaml")
    void calendarThatIsNotConfiguredIsNamed(JenkinsConfiguredWithCodeRule jenkins) {
        ItgcConfiguration configuration = ItgcConfiguration.get();
        EnvironmentEntry production = configuration.environment("production");
        production.setWindow(new WindowEntry());
        production.getWindow().setCalendars("releasse");
        assertThatThrownBy(() -> configuration.windowPolicy(production, WindowEntry.Wish.NONE))
                .isInstanceOf(InvalidPolicy.class)
                .hasMessageContaining("\"releasse\"");
    }
}
