package io.jenkins.plugins.itgc.testbed.controller.http;

import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.Item;
import hudson.model.Run;
import java.io.IOException;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.kohsuke.stapler.HttpResponses;

/** What stands below a job. */
final class JobPages {
    private JobPages() {}

    static Object next(Step step) throws IOException {
        WorkflowJob job = (WorkflowJob) step.node;
        WebRequest request = step.request;
        if (!request.hasMore()) {
            Answers.html(step.response, 200, Pages.of(request).job(job));
            return Step.ANSWERED;
        }
        String token = request.peek();
        if (token.equals("build")) {
            return build(step, job);
        }
        Run<?, ?> run = run(job, token);
        if (run != null) {
            request.take();
        }
        return run;
    }

    private static Run<?, ?> run(WorkflowJob job, String token) {
        if (token.equals("lastBuild")) {
            return job.getLastBuild();
        }
        return token.matches("[1-9][0-9]{0,8}") ? job.getBuildByNumber(Integer.parseInt(token)) : null;
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private static Object build(Step step, WorkflowJob job) throws IOException {
        step.request.take();
        job.checkPermission(Item.BUILD);
        if (!step.request.getMethod().equals("POST")) {
            throw HttpResponses.errorWithoutStack(405, "This URL requires POST");
        }
        if (job.scheduleBuild2(0, new CauseAction(new Cause.UserIdCause())) == null) {
            throw HttpResponses.errorWithoutStack(409, "The job cannot be built");
        }
        step.response.setStatus(201);
        step.response.sendRedirect(step.request.getContextPath() + "/" + job.getUrl());
        return Step.ANSWERED;
    }
}
