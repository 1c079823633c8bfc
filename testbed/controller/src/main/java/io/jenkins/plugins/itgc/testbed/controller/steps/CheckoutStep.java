package io.jenkins.plugins.itgc.testbed.controller.steps;

import hudson.AbortException;
import hudson.Extension;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.itgc.testbed.controller.multibranch.GitHubCheckout;
import io.jenkins.plugins.itgc.testbed.controller.pipeline.ScmVariable;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import jenkins.plugins.git.AbstractGitSCMSource.SCMRevisionImpl;
import jenkins.scm.api.SCMRevision;
import org.jenkinsci.plugins.github_branch_source.PullRequestSCMRevision;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code checkout scm}: puts the files of the revision into the workspace. */
public final class CheckoutStep extends Step {
    private final Object scm;

    /** The variable {@code scm}. */
    @DataBoundConstructor
    public CheckoutStep(Object scm) {
        this.scm = scm;
    }

    @Override
    public StepExecution start(StepContext context) throws AbortException {
        if (!(scm instanceof ScmVariable source)) {
            throw new AbortException("The testbed checks out the variable scm of a multibranch job only");
        }
        return new Immediate(context, c -> {
            String commit = commit(source.revision());
            PrintStream log = c.get(TaskListener.class).getLogger();
            GitHubCheckout.of(c.get(Run.class))
                    .into(Path.of(c.get(Workspace.class).path()), commit);
            log.println("Checking out Revision " + commit + " ("
                    + source.revision().getHead().getName() + ")");
            return new HashMap<>(Map.of(
                    "GIT_COMMIT",
                    commit,
                    "GIT_BRANCH",
                    source.revision().getHead().getName()));
        });
    }

    private static String commit(SCMRevision revision) {
        if (revision instanceof PullRequestSCMRevision pull) {
            return pull.getPullHash();
        }
        return revision instanceof SCMRevisionImpl git ? git.getHash() : revision.toString();
    }

    /** Makes the step known. */
    @Extension
    public static final class Type extends StepType {
        /** Called at the start. */
        public Type() {
            super("checkout", false, TaskListener.class, Workspace.class);
        }
    }
}
