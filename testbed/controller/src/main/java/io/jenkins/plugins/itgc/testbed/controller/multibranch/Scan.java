package io.jenkins.plugins.itgc.testbed.controller.multibranch;

import hudson.model.Action;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jenkins.scm.api.SCMRevision;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;

/** Looks for branches and pull requests with a Jenkinsfile, and builds what is new or has changed. */
public final class Scan {
    private Scan() {}

    /** Brings the folder's jobs up to date; returns the jobs that are built. */
    public static List<WorkflowJob> of(MultibranchFolder folder) throws IOException, InterruptedException {
        GitHubRepository repository = new GitHubRepository(folder.source(), folder);
        Set<String> heads = new TreeSet<>();
        List<WorkflowJob> changed = new ArrayList<>();
        for (SCMRevision revision : repository.revisions()) {
            if (repository.hasJenkinsfile(BranchDefinition.hash(revision))) {
                heads.add(revision.getHead().getName());
                if (isNews(folder, revision)) {
                    changed.add(folder.job(new BranchDefinition(folder.source(), revision.getHead(), revision)));
                }
            }
        }
        folder.keepOnly(heads);
        changed.forEach(Scan::build);
        return changed;
    }

    private static boolean isNews(MultibranchFolder folder, SCMRevision revision) {
        WorkflowJob known = folder.getItem(revision.getHead().getName());
        return known == null
                || !(known.getDefinition() instanceof BranchDefinition definition)
                || !revision.equals(definition.seen());
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private static void build(WorkflowJob job) {
        job.scheduleBuild2(0, new Action[0]);
    }
}
