package io.jenkins.plugins.itgc.jenkins.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hudson.model.Result;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.itgc.connect.redmine.RealRedmine;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.Topic;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.ApprovalEntry;
import io.jenkins.plugins.itgc.jenkins.config.ApproverGroupEntry;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.IdentityEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.config.RedmineTracker;
import io.jenkins.plugins.itgc.jenkins.config.TrackerAccount;
import io.jenkins.plugins.itgc.ledger.Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A pipeline that waits for what people do in the Redmine that {@code testbed/redmine/start} serves. */
@WithJenkins
@EnabledIfSystemProperty(named = "itgc.redmine", matches = ".+")
class RealRedmineApprovalTest {
    private JenkinsRule jenkins;
    private SystemsOfRecord systems;
    private RealRedmine redmine;
    private String ticket;

    @BeforeEach
    void openATicket(JenkinsRule rule) throws Exception {
        jenkins = rule;
        systems = new SystemsOfRecord();
        systems.configure();
        redmine = RealRedmine.served();
        ticket = redmine.opened("operations");
        systems.change("Ticket: OPS-7", "Ticket: " + redmine.url() + "/issues/" + ticket);
        keepTheKey();
        configure();
    }

    private void keepTheKey() throws Exception {
        Path file = Files.createTempFile("redmine", ".yaml");
        Files.writeString(file, """
                credentials:
                  system:
                    domainCredentials:
                      - credentials:
                          - string: { scope: GLOBAL, id: "redmine", secret: "%s" }
                """.formatted(redmine.key("ADMIN_KEY")));
        ConfigurationAsCode.get().configure(file.toString());
        Files.delete(file);
    }

    private void configure() {
        RedmineTracker tracker = new RedmineTracker("redmine");
        tracker.setUrl(redmine.url().toString());
        tracker.setCredentialsId("redmine");
        tracker.setProjects("operations");
        tracker.setApprovedStatuses("Approved");
        tracker.setManagersGroup("release-managers");
        ApproverGroupEntry managers = new ApproverGroupEntry("managers");
        managers.setMembers("mia, bob");
        ApprovalEntry approval = new ApprovalEntry("1 of managers");
        approval.setGroups(List.of(managers));
        approval.setTicketStatuses("Approved");
        EnvironmentEntry production = new EnvironmentEntry("production");
        production.setApproval(approval);
        ItgcConfiguration.get().setTrackers(List.of(tracker));
        ItgcConfiguration.get().setEnvironments(List.of(production));
        ItgcConfiguration.get().setIdentities(List.of(person("mia"), person("bob"), person("alice")));
    }

    private static IdentityEntry person(String login) {
        IdentityEntry person = new IdentityEntry(login);
        person.setAccounts(List.of(new TrackerAccount("redmine", login)));
        return person;
    }

    @AfterEach
    void stop() {
        systems.close();
    }

    private WorkflowRun waiting() throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "orders");
        job.setDefinition(new CpsFlowDefinition(Approvers.STEP, true));
        WorkflowRun run = job.scheduleBuild2(0).waitForStart();
        jenkins.waitForMessage("[itgc] Waiting: ", run);
        untilTheNextSecond();
        return run;
    }

    /** Redmine tells times by the second, and only what comes after the question counts. */
    private static void untilTheNextSecond() {
        long now = Instant.now().getEpochSecond();
        await().until(() -> Instant.now().getEpochSecond() > now);
    }

    private void wake() {
        Topic topic = Topic.pullRequest(RepositoryId.parse("acme/orders"), 12);
        ItgcServices.get().waiting().wake(topic);
    }

    /** A second look begins when the first is over. */
    private void looksTwice() {
        for (int look = 0; look < 2; look++) {
            int reads = systems.reads();
            wake();
            await().atMost(Duration.ofMinutes(2)).until(() -> systems.reads() > reads);
        }
    }

    private static List<Entry> entries(String kind) {
        return ItgcServices.get().ledger().entries(0, 1000).stream()
                .filter(entry -> entry.kind().equals(kind))
                .toList();
    }

    @Test
    void goesOnWhenAManagerApprovesThere() throws Exception {
        WorkflowRun run = waiting();
        redmine.moved(ticket, "MIA_KEY", "Approved");
        wake();

        await().atMost(Duration.ofMinutes(2)).until(() -> !run.isBuilding());
        jenkins.assertBuildStatus(Result.SUCCESS, run);
        assertThat(entries("approval.given")).singleElement().satisfies(entry -> assertThat(entry.body())
                .contains("\"channel\":\"ticket\"", "\"person\":\"mia\""));
    }

    @Test
    void staysWhenADeveloperMovesTheTicket() throws Exception {
        WorkflowRun run = waiting();
        redmine.moved(ticket, "BOB_KEY", "Approved");
        looksTwice();

        assertThat(run.isBuilding()).isTrue();
        assertThat(entries("approval.given")).isEmpty();
        untilTheNextSecond();
        redmine.moved(ticket, "MIA_KEY", "In Progress");
        untilTheNextSecond();
        redmine.moved(ticket, "MIA_KEY", "Approved");
        wake();
        await().atMost(Duration.ofMinutes(2)).until(() -> !run.isBuilding());
        jenkins.assertBuildStatus(Result.SUCCESS, run);
    }
}
