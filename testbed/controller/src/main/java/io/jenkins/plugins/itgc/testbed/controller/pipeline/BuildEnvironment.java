package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import hudson.EnvVars;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.itgc.testbed.controller.store.BuildRecord;
import jenkins.model.Jenkins;
import jenkins.scm.api.SCMHead;
import org.jenkinsci.plugins.github_branch_source.PullRequestSCMHead;

/** The variables that every step of a build sees. */
public final class BuildEnvironment {
    private BuildEnvironment() {}

    /** A fresh copy of the variables. */
    public static EnvVars of(Run<?, ?> run) {
        Job<?, ?> job = run.getParent();
        EnvVars env = new EnvVars();
        env.put("JOB_NAME", job.getFullName());
        env.put("JOB_BASE_NAME", job.getName());
        env.put("BUILD_NUMBER", String.valueOf(run.getNumber()));
        env.put("BUILD_ID", run.getId());
        env.put("BUILD_DISPLAY_NAME", run.getDisplayName());
        env.put("BUILD_TAG", "jenkins-" + job.getFullName().replace('/', '-') + "-" + run.getNumber());
        addAddresses(env, run);
        SCMHead head = SCMHead.HeadByItem.findHead(job);
        if (head != null) {
            addHead(env, head);
        }
        env.overrideAll(BuildRecord.of(run).environment());
        return env;
    }

    private static void addAddresses(EnvVars env, Run<?, ?> run) {
        String root = Jenkins.get().getRootUrl();
        if (root != null) {
            env.put("JENKINS_URL", root);
            env.put("BUILD_URL", root + run.getUrl());
            env.put("JOB_URL", root + run.getParent().getUrl());
        }
    }

    private static void addHead(EnvVars env, SCMHead head) {
        env.put("BRANCH_NAME", head.getName());
        if (head instanceof PullRequestSCMHead pull) {
            env.put("CHANGE_ID", pull.getId());
            env.put("CHANGE_TARGET", pull.getTarget().getName());
            env.put("CHANGE_BRANCH", pull.getSourceBranch());
        }
    }
}
