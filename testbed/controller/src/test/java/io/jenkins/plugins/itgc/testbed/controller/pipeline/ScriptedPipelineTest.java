package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Result;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ScriptedPipelineTest {
    private static WorkflowRun run(JenkinsRule jenkins, Result expected, String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return jenkins.buildAndAssertStatus(expected, job);
    }

    @Test
    void runsStepsInOrder(JenkinsRule jenkins) throws Exception {
        WorkflowRun run =
                run(jenkins, Result.SUCCESS, "stage('Build') { echo 'one'; echo message: 'two' }\nprintln 'three'");

        assertThat(JenkinsRule.getLog(run))
                .containsSubsequence(
                        "[Pipeline] { (Build)", "one", "two", "[Pipeline] // stage", "three", "Finished: SUCCESS");
    }

    @Test
    void tellsAnErrorWithoutStackTrace(JenkinsRule jenkins) throws Exception {
        WorkflowRun run = run(jenkins, Result.FAILURE, "error 'the ticket is missing'");

        assertThat(JenkinsRule.getLog(run))
                .contains("ERROR: the ticket is missing")
                .doesNotContain("\tat ");
    }

    @Test
    void letsScriptsCatchFailures(JenkinsRule jenkins) throws Exception {
        WorkflowRun run = run(
                jenkins,
                Result.SUCCESS,
                "try { error 'oops' } catch (e) { echo \"caught ${e.message}\" } finally { echo 'end' }");

        assertThat(JenkinsRule.getLog(run)).containsSubsequence("caught oops", "end");
    }

    @Test
    void runsBranchesSideBySide(JenkinsRule jenkins) throws Exception {
        WorkflowRun run = run(
                jenkins,
                Result.SUCCESS,
                "def r = parallel(a: { echo 'in a'; 1 }, b: { echo 'in b'; 2 })\necho \"sum ${r.a + r.b}\"");

        assertThat(JenkinsRule.getLog(run)).contains("in a", "in b", "sum 3");
    }
}
