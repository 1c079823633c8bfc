package io.jenkins.plugins.itgc.jenkins.watch;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.ExtensionList;
import hudson.model.listeners.ItemListener;
import io.jenkins.plugins.itgc.deploy.DeployNews;
import io.jenkins.plugins.itgc.deploy.DeployRegister;
import io.jenkins.plugins.itgc.deploy.DeployTarget;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** Jobs that were renamed or moved before their deploys ended, as a controller finds them that has started again since. */
@WithJenkins
class BuildMovesTest {
    private JenkinsRule jenkins;
    private WorkflowJob orders;
    private DeployRegister deploys;

    @BeforeEach
    void build(JenkinsRule rule) throws Exception {
        jenkins = rule;
        orders = jenkins.createProject(WorkflowJob.class, "orders");
        orders.setDefinition(new CpsFlowDefinition("echo 'done'", true));
        jenkins.assertBuildStatusSuccess(orders.scheduleBuild2(0));
        deploys = ItgcServices.get().deploys();
    }

    private String begun(String service, String build) {
        DeployNews wanted = new DeployNews(
                null,
                DeployState.REQUESTED,
                new DeployTarget(service, "production"),
                "acme/orders",
                "1".repeat(40),
                "f".repeat(40),
                null,
                false,
                build,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                ItgcServices.get().clock().instant());
        String deploy = deploys.request(wanted, service).deploy();
        deploys.start(deploy);
        return deploy;
    }

    private void moved(String from, String to) {
        ExtensionList.lookup(ItemListener.class).forEach(listener -> listener.onLocationChanged(orders, from, to));
    }

    private DeployState settled(String deploy) {
        DeployLifecycle.get().settle();
        return deploys.begun(deploy).orElseThrow().state();
    }

    @Test
    void areFoundUnderTheirNewNameHoweverOftenTheyMoved() {
        String deploy = begun("orders", "team/orders#1");
        moved("team", "group");
        moved("team/orders", "group/orders");
        moved("group/orders", "orders");
        assertThat(settled(deploy)).isEqualTo(DeployState.SUCCEEDED);
    }

    @Test
    void areNotConfusedWithAnotherThatGotTheirNameOrBeginsLikeIt() {
        String other = begun("basket", "team/orders-api#1");
        String deploy = begun("orders", "team/orders#1");
        moved("team/orders", "orders");
        String later = begun("payments", "team/orders#1");
        assertThat(settled(deploy)).isEqualTo(DeployState.SUCCEEDED);
        assertThat(settled(later)).isEqualTo(DeployState.UNKNOWN);
        assertThat(settled(other)).isEqualTo(DeployState.UNKNOWN);
    }

    @Test
    void areNobodysGuessWhenTheyAreGone() {
        String deploy = begun("orders", "team/orders#1");
        moved("team/orders", "elsewhere");
        assertThat(settled(deploy)).isEqualTo(DeployState.UNKNOWN);
    }
}
