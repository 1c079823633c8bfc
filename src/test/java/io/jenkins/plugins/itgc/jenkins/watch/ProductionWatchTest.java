package io.jenkins.plugins.itgc.jenkins.watch;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.ExtensionList;
import hudson.model.Result;
import io.jenkins.plugins.itgc.deploy.DeployTarget;
import io.jenkins.plugins.itgc.deploy.RunningVersion;
import io.jenkins.plugins.itgc.deploy.RunningVersion.Verdict;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.config.ProbeEntry;
import io.jenkins.plugins.itgc.jenkins.steps.SystemsOfRecord;
import io.jenkins.plugins.itgc.jenkins.steps.TestGateStep;
import io.jenkins.plugins.itgc.ledger.Entry;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.kohsuke.stapler.DataBoundConstructor;

/** The controller looks at production by itself: what runs, and who else deployed. */
@WithJenkins
class ProductionWatchTest {
    private static final String COMMIT = "1".repeat(40);
    private static final String OTHER = "9".repeat(40);
    private static final String DEPLOY =
            "testGate 'review'\ngatedDeploy(environment: 'production', service: 'orders') { echo 'out' }";

    /** The gate before the deploys of these tests. */
    public static final class Before extends TestGateStep {
        @DataBoundConstructor
        public Before(String gate) {
            super(gate);
        }

        /** Makes it known. */
        @TestExtension
        public static final class DescriptorImpl extends Type {}
    }

    private JenkinsRule jenkins;
    private SystemsOfRecord systems;

    @BeforeEach
    void deployOnce(JenkinsRule rule) throws Exception {
        jenkins = rule;
        TestGateStep.reset();
        systems = new SystemsOfRecord();
        systems.configure();
        systems.branchLeftBehind(COMMIT);
        ItgcConfiguration.get().getEnvironments().get(0).setGitHubDeployment(false);
        run("orders", DEPLOY, Result.SUCCESS);
    }

    @AfterEach
    void stop() {
        systems.close();
    }

    private WorkflowRun run(String name, String script, Result result) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, name);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return jenkins.assertBuildStatus(result, job.scheduleBuild2(0));
    }

    private void probe(String path) {
        ProbeEntry entry = new ProbeEntry("orders");
        entry.setUrl(systems.address() + "/version");
        entry.setPath(path);
        ItgcConfiguration.get().getEnvironments().get(0).setProbes(List.of(entry));
    }

    private RunningVersion look() throws Exception {
        ExtensionList.lookupSingleton(ProductionWatch.class).probe();
        List<RunningVersion> all = ItgcServices.get().runningVersions().all();
        assertThat(all).hasSize(1);
        assertThat(all.get(0).target()).isEqualTo(new DeployTarget("orders", "production"));
        return all.get(0);
    }

    private static List<String> exceptions() {
        return ItgcServices.get().ledger().entries(0, 100).stream()
                .map(Entry::kind)
                .filter(kind -> kind.startsWith("drift.") || kind.startsWith("bypass."))
                .toList();
    }

    @Test
    void comparesWhatAServiceSaysWithWhatWasDeployed() throws Exception {
        probe("commit");
        systems.says("/version", "{\"commit\":\"" + COMMIT + "\"}");
        assertThat(look().verdict()).isEqualTo(Verdict.AS_RECORDED);

        systems.says("/version", "{\"commit\":\"" + OTHER + "\"}");
        assertThat(look().verdict()).isEqualTo(Verdict.UNSETTLED);
        assertThat(look().verdict()).isEqualTo(Verdict.DRIFTED);
        assertThat(exceptions()).containsExactly("bypass.found");
    }

    @Test
    void showsWhatIsWrongWithAProbeAndGoesOn() throws Exception {
        probe("commit");
        assertThat(look().what().english()).contains("answered 404");

        ItgcConfiguration.get().getEnvironments().get(0).getProbes().get(0).setCredentialsId("gone");
        assertThat(look().what().english()).contains("There are no credentials \"gone\"");

        ItgcConfiguration.get().getEnvironments().get(0).getProbes().get(0).setUrl("file:///etc/passwd");
        assertThat(look().what().english()).contains("must begin with https:// or http://");
        assertThat(exceptions()).isEmpty();
    }

    @Test
    void findsADeploymentThatNoGateSaw() throws Exception {
        systems.says(
                "/repos/acme/orders/deployments",
                "[{\"id\":7,\"sha\":\"" + OTHER + "\",\"payload\":{},\"creator\":{\"login\":\"mallory\"},"
                        + "\"created_at\":\"2999-01-01T00:00:00Z\"}]");
        ExtensionList.lookupSingleton(ProductionWatch.class).search();
        ExtensionList.lookupSingleton(ProductionWatch.class).search();
        assertThat(exceptions()).containsExactly("bypass.found");
    }

    @Test
    void looksForNoDeploymentsWhereItIsNotAskedTo() throws Exception {
        ItgcConfiguration.get().getEnvironments().get(0).setWatchDeployments(false);
        systems.says(
                "/repos/acme/orders/deployments",
                "[{\"id\":7,\"sha\":\"" + OTHER + "\",\"payload\":{},\"created_at\":\"2999-01-01T00:00:00Z\"}]");
        ExtensionList.lookupSingleton(ProductionWatch.class).search();
        assertThat(exceptions()).isEmpty();
    }

    @Test
    void letsAPipelineSayWhatItsCommandFound() throws Exception {
        String look = "seen = runningVersion(service: 'orders', commit: '" + OTHER
                + "\\n')\n echo \"seen ${seen.verdict}\"\n";
        WorkflowRun run = run("look", look + look, Result.SUCCESS);
        jenkins.assertLogContains("seen unsettled", run);
        jenkins.assertLogContains("seen drifted", run);
        assertThat(exceptions()).containsExactly("bypass.found");
    }

    @Test
    void believesNoPipelineWhereTheControllerItselfAsks() throws Exception {
        probe("commit");
        WorkflowRun run = run("look", "runningVersion service: 'orders', commit: '" + COMMIT + "'", Result.FAILURE);
        jenkins.assertLogContains("a pipeline's report is not accepted", run);
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        WorkflowRun run = run("look", "runningVersion commit: '" + COMMIT + "'", Result.FAILURE);
        jenkins.assertLogContains("Name the service and its running commit", run);
    }
}
