package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import hudson.model.Result;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jvnet.hudson.test.JenkinsRule;

/** Runs texts of Pipelines in tests. */
public final class Pipelines {
    private Pipelines() {}

    /** A job with this Pipeline. */
    public static WorkflowJob job(JenkinsRule jenkins, String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class);
        job.setDefinition(new CpsFlowDefinition(script, true));
        return job;
    }

    /** The log of a build that must end with this result. */
    public static String log(JenkinsRule jenkins, Result expected, String script) throws Exception {
        return JenkinsRule.getLog(jenkins.buildAndAssertStatus(expected, job(jenkins, script)));
    }

    /** A build that waits in a {@code hold}. */
    public static WorkflowRun holding(JenkinsRule jenkins, String script) throws Exception {
        return jenkins.waitForMessage(
                "Holding", job(jenkins, script).scheduleBuild2(0).waitForStart());
    }
}
