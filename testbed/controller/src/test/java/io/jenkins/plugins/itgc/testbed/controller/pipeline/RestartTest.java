package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import hudson.model.Result;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

class RestartTest {
    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @Test
    void goesOnWhereItWaited() throws Throwable {
        sessions.then(jenkins -> start(
                jenkins,
                "def before = 'kept'\ndef r = stage('S') { hold name: 'x', weight: 7 }\necho \"got ${r}, ${before}\""));
        sessions.then(jenkins -> {
            WorkflowRun run = resumed(jenkins);
            jenkins.waitForMessage("Still holding x", run);
            HoldStep.release("x");
            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
            jenkins.assertLogContains("got x7 resumed, kept", run);
        });
    }

    @Test
    void survivesSeveralRestartsInParallelBranches() throws Throwable {
        sessions.then(jenkins -> {
            WorkflowRun run = start(jenkins, "parallel a: { hold 'a'; echo 'a done' }, b: { hold 'b'; echo 'b done' }");
            jenkins.waitForMessage("Holding b", run);
        });
        sessions.then(jenkins -> {
            WorkflowRun run = resumed(jenkins);
            jenkins.waitForMessage("Still holding a", run);
            HoldStep.release("a");
            jenkins.waitForMessage("a done", run);
        });
        sessions.then(jenkins -> {
            WorkflowRun run = resumed(jenkins);
            HoldStep.release("b");
            jenkins.assertBuildStatus(Result.SUCCESS, jenkins.waitForCompletion(run));
            jenkins.assertLogContains("b done", run);
        });
    }

    private static WorkflowRun start(JenkinsRule jenkins, String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "p");
        job.setDefinition(new CpsFlowDefinition(script, true));
        return jenkins.waitForMessage("Holding", job.scheduleBuild2(0).waitForStart());
    }

    private static WorkflowRun resumed(JenkinsRule jenkins) {
        return jenkins.jenkins.getItemByFullName("p", WorkflowJob.class).getLastBuild();
    }
}
