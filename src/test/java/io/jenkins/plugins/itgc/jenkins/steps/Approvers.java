package io.jenkins.plugins.itgc.jenkins.steps;

import hudson.model.Item;
import io.jenkins.plugins.itgc.jenkins.config.ApprovalEntry;
import io.jenkins.plugins.itgc.jenkins.config.ApproverGroupEntry;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.IdentityEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.config.TrackerAccount;
import io.jenkins.plugins.itgc.jenkins.view.ItgcPermissions;
import java.util.Arrays;
import java.util.List;
import jenkins.model.Jenkins;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;

/** People who may approve acme/orders#12: mia, noah and alice, who wrote it; root administers; carl only reads. */
public final class Approvers {
    public static final String STEP =
            "awaitManagerApproval environment: 'production', service: 'orders', repository: 'acme/orders', pullRequest: 12";

    private Approvers() {}

    public static void configure(JenkinsRule jenkins, String quorum) {
        ItgcConfiguration configuration = ItgcConfiguration.get();
        configuration.setEnvironments(List.of(production(quorum)));
        configuration.setIdentities(List.of(
                person("mia", "acc-mia"),
                person("noah", "acc-noah"),
                person("alice", "acc-alice"),
                person("root", "acc-root"),
                person("carl", "acc-carl")));
        secure(jenkins);
    }

    private static EnvironmentEntry production(String quorum) {
        ApproverGroupEntry managers = new ApproverGroupEntry("managers");
        managers.setMembers("mia, noah, alice");
        ApproverGroupEntry fire = new ApproverGroupEntry("fire");
        fire.setMembers("alice, carl, noah");
        ApprovalEntry approval = new ApprovalEntry(quorum);
        approval.setGroups(List.of(managers, fire));
        approval.setTicketStatuses("Release approved");
        approval.setBreakGlassGroup("fire");
        EnvironmentEntry production = new EnvironmentEntry("production");
        production.setApproval(approval);
        return production;
    }

    private static IdentityEntry person(String login, String jira) {
        IdentityEntry person = new IdentityEntry(login);
        person.setAccounts(Arrays.asList(
                new TrackerAccount("jira", jira),
                new TrackerAccount("jenkins", login),
                new TrackerAccount("slack", "T1/U" + login)));
        return person;
    }

    private static void secure(JenkinsRule jenkins) {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("root")
                .grant(Jenkins.READ, Item.READ, Item.BUILD, ItgcPermissions.VIEW)
                .everywhere()
                .to("mia", "noah", "alice")
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .to("carl"));
    }
}
