package io.jenkins.plugins.itgc.jenkins.steps;

import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.Result;
import org.jenkinsci.plugins.pipeline.modeldefinition.causes.RestartDeclarativePipelineCause;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.cps.replay.ReplayCause;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.kohsuke.stapler.DataBoundConstructor;

/** A build that runs the kept script of an earlier one, which whoever started it may have edited. */
@WithJenkins
class RepeatedBuildTest {
    private static final String COMMIT = "1".repeat(40);
    private static final String DEPLOY = "gatedDeploy(environment: 'production', service: 'orders'";
    private static final String JUDGED = "testGate 'review'\n" + DEPLOY + ") { echo 'body of it' }";
    private static final String BACK = DEPLOY + ", rollback: true, commit: '" + COMMIT + "') { echo 'body of it' }";

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
    private WorkflowJob job;

    @BeforeEach
    void deployOnce(JenkinsRule rule) throws Exception {
        jenkins = rule;
        TestGateStep.reset();
        systems = new SystemsOfRecord();
        systems.configure();
        systems.branchLeftBehind(COMMIT);
        job = jenkins.createProject(WorkflowJob.class, "orders");
        job.setDefinition(new CpsFlowDefinition(JUDGED, true));
        jenkins.assertBuildStatusSuccess(job.scheduleBuild2(0));
    }

    @AfterEach
    void stop() {
        systems.close();
    }

    private void refused(String script, Cause cause) throws Exception {
        job.setDefinition(new CpsFlowDefinition(script, true));
        CauseAction causes = new CauseAction(new Cause.UserIdCause("dan"), cause);
        WorkflowRun run = jenkins.assertBuildStatus(Result.FAILURE, job.scheduleBuild2(0, causes));
        jenkins.assertLogNotContains("body of it", run);
        jenkins.assertLogContains("This build repeats an earlier one of orders", run);
    }

    @Test
    void doesNotDeployWhenItIsReplayed() throws Exception {
        refused(JUDGED, new ReplayCause());
    }

    @Test
    void doesNotGoBackWhenItIsReplayed() throws Exception {
        refused(BACK, new ReplayCause());
    }

    @Test
    void doesNotGoBackWhenItIsRestartedFromAStage() throws Exception {
        refused(BACK, new RestartDeclarativePipelineCause());
    }
}
