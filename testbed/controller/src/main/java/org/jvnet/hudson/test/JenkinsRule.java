package org.jvnet.hudson.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.Job;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TopLevelItem;
import io.jenkins.plugins.itgc.testbed.controller.ControllerRuntime;
import io.jenkins.plugins.itgc.testbed.controller.harness.Harness;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.concurrent.Future;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;

/** A controller for a test. */
public class JenkinsRule {
    /** The running controller. */
    public Jenkins jenkins;

    /** The path below which the pages stand. */
    public String contextPath = "/jenkins";

    /** Seconds that a test may take. */
    public int timeout = 180;

    public JenkinsRule() {}

    /** Starts the controller in a new home. */
    public void before() throws Throwable {
        Harness.start(this);
    }

    /** Stops the controller. */
    public void after() throws Exception {
        Harness.stop(this);
    }

    /** Where the controller's pages are, with a slash at the end. */
    public URL getURL() throws IOException {
        return URI.create(ControllerRuntime.current().address()).toURL();
    }

    public <T extends TopLevelItem> T createProject(Class<T> type, String name) throws IOException {
        return jenkins.createProject(type, name);
    }

    public <T extends TopLevelItem> T createProject(Class<T> type) throws IOException {
        return createProject(type, createUniqueProjectName());
    }

    protected String createUniqueProjectName() {
        return "test" + jenkins.getItems().size();
    }

    public <R extends Run<?, ?>> R assertBuildStatus(Result status, R r) throws Exception {
        waitForCompletion(r);
        if (!status.equals(r.getResult())) {
            assertEquals(status, r.getResult(), "unexpected build status; build log was:\n------\n" + getLog(r));
        }
        return r;
    }

    public <R extends Run<?, ?>> R assertBuildStatus(Result status, Future<? extends R> r) throws Exception {
        assertNotNull(r, "build was actually scheduled");
        return assertBuildStatus(status, r.get());
    }

    public <R extends Run<?, ?>> R assertBuildStatusSuccess(R r) throws Exception {
        return assertBuildStatus(Result.SUCCESS, r);
    }

    public <R extends Run<?, ?>> R assertBuildStatusSuccess(Future<? extends R> r) throws Exception {
        return assertBuildStatus(Result.SUCCESS, r);
    }

    public <JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> RunT buildAndAssertSuccess(JobT job)
            throws Exception {
        return buildAndAssertStatus(Result.SUCCESS, job);
    }

    @SuppressWarnings("unchecked")
    public <JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> RunT buildAndAssertStatus(
            Result status, JobT job) throws Exception {
        Future<? extends Run<?, ?>> build = ((WorkflowJob) (Job<?, ?>) job).scheduleBuild2(0);
        return (RunT) assertBuildStatus(status, (Future<Run<?, ?>>) build);
    }

    public void assertLogContains(String substring, Run<?, ?> run) throws IOException {
        String log = getLog(run);
        assertTrue(log.contains(substring), () -> "Expected the log to contain '" + substring + "':\n" + log);
    }

    public void assertLogNotContains(String substring, Run<?, ?> run) throws IOException {
        String log = getLog(run);
        assertFalse(log.contains(substring), () -> "Expected the log not to contain '" + substring + "':\n" + log);
    }

    public static String getLog(Run<?, ?> run) throws IOException {
        return run.getLog();
    }

    /** Waits for the end of a build. */
    public <R extends Run<?, ?>> R waitForCompletion(R r) throws InterruptedException {
        Harness.await(timeout, r + " to end", () -> !r.isBuilding());
        return r;
    }

    /** Waits for a text in the log. */
    public <R extends Run<?, ?>> R waitForMessage(String message, R r) throws IOException, InterruptedException {
        Harness.await(timeout, "'" + message + "' in the log of " + r, () -> {
            boolean said = getLog(r).contains(message);
            if (!said && !r.isBuilding()) {
                throw new AssertionError(r + " ended without saying '" + message + "':\n" + getLog(r));
            }
            return said;
        });
        return r;
    }

    /** Waits until no build runs. */
    public void waitUntilNoActivity() throws Exception {
        waitUntilNoActivityUpTo(timeout * 1000);
    }

    /** Waits some milliseconds at most until no build runs. */
    public void waitUntilNoActivityUpTo(int timeout) throws Exception {
        Harness.await(Math.max(1, timeout / 1000), "all builds to end", () -> !isSomethingHappening());
    }

    public boolean isSomethingHappening() {
        return jenkins.getAllItems(Job.class).stream().anyMatch(j -> j.isBuilding());
    }
}
