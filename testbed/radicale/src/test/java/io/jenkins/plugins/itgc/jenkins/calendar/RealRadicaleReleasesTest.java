package io.jenkins.plugins.itgc.jenkins.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.itgc.connect.calendar.Radicale;
import io.jenkins.plugins.itgc.deploy.Announcer;
import io.jenkins.plugins.itgc.deploy.DeployNews;
import io.jenkins.plugins.itgc.deploy.DeployTarget;
import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.jenkins.gates.CalendarReleases;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A plan and its deploy in one entry of a real calendar, configured as code, with the password from the credentials. */
@WithJenkins
@EnabledIfSystemProperty(named = "itgc.radicale", matches = ".+")
class RealRadicaleReleasesTest {
    private static final String COMMIT = "c".repeat(40);

    @TempDir
    private Path folder;

    private Radicale radicale;

    @BeforeEach
    void configure(JenkinsRule jenkins) throws Exception {
        assertThat(jenkins.jenkins).isNotNull();
        radicale = new Radicale();
        Path file = Files.writeString(folder.resolve("jenkins.yaml"), """
                credentials:
                  system:
                    domainCredentials:
                      - credentials:
                          - usernamePassword: {scope: GLOBAL, id: dav, username: "%s", password: "%s"}
                unclassified:
                  itgcDeployGates:
                    calendars:
                      - itgcCalDav:
                          name: team
                          url: "%s"
                          credentialsId: dav
                          zone: Asia/Tokyo
                          freezeEvents: "*freeze*"
                          releases: true
                    environments:
                      - name: production
                        window: {windows: "MON-SUN 00:00+1440m UTC", calendars: team}
                """.formatted(
                        radicale.user(), radicale.password(), radicale.calendar()));
        ConfigurationAsCode.get().configure(file.toString());
    }

    private static DeployNews done() {
        return new DeployNews(
                "7",
                DeployState.SUCCEEDED,
                new DeployTarget("orders", "production"),
                "acme/orders",
                COMMIT,
                null,
                null,
                false,
                "orders#12",
                "https://jenkins.example/job/orders/12/",
                null,
                List.of(new DeployNews.PullRequest(12, "Faster", "https://github.example/12", "alice", null, null)),
                List.of(),
                List.of(),
                null,
                Instant.parse("2026-12-04T10:05:00Z"));
    }

    private static Change change() {
        return Change.ofProduction(
                new RepositoryId("acme", "orders"), new CommitId("c".repeat(40)), null, List.of(12), "production");
    }

    @Test
    void aPlanBecomesDeployDone() throws Exception {
        Instant at = Instant.parse("2026-12-04T10:00:00Z");
        assertThat(CalendarReleases.plan(change(), "orders", at)).isTrue();
        assertThat(radicale.text()).contains("SUMMARY:Planned: orders to production");

        for (Announcer announcer : new CalendarReleases().announcers(done())) {
            announcer.announce(done());
        }
        assertThat(radicale.text())
                .containsOnlyOnce("BEGIN:VEVENT")
                .contains("SUMMARY:Deploy succeeded: orders to production")
                .contains("#12 Faster");
    }
}
