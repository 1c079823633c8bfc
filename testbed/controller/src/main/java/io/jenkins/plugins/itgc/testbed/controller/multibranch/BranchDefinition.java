package io.jenkins.plugins.itgc.testbed.controller.multibranch;

import hudson.AbortException;
import hudson.model.TaskListener;
import io.jenkins.plugins.itgc.testbed.controller.pipeline.TextSource;
import java.io.IOException;
import jenkins.plugins.git.AbstractGitSCMSource.SCMRevisionImpl;
import jenkins.scm.api.SCMHead;
import jenkins.scm.api.SCMRevision;
import jenkins.scm.api.SCMRevisionAction;
import org.jenkinsci.plugins.github_branch_source.GitHubSCMSource;
import org.jenkinsci.plugins.github_branch_source.PullRequestSCMRevision;
import org.jenkinsci.plugins.workflow.flow.FlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;

/** Takes the Pipeline of a build from the Jenkinsfile of its branch or pull request. */
public final class BranchDefinition extends FlowDefinition implements TextSource {
    private final GitHubSCMSource source;
    private final SCMHead head;
    private final String instead;
    private volatile SCMRevision seen;

    /** A branch or pull request and the revision of it that was last seen. */
    public BranchDefinition(GitHubSCMSource source, SCMHead head, SCMRevision seen) {
        this(source, head, seen, null);
    }

    /** @param instead a Pipeline to take in the place of the branch's own, until the next restart; null for its own */
    public BranchDefinition(GitHubSCMSource source, SCMHead head, SCMRevision seen, String instead) {
        this.source = source;
        this.head = head;
        this.seen = seen;
        this.instead = instead;
    }

    /** The repository. */
    public GitHubSCMSource source() {
        return source;
    }

    /** The branch or pull request. */
    public SCMHead head() {
        return head;
    }

    /** The revision that the last scan or build saw. */
    public SCMRevision seen() {
        return seen;
    }

    @Override
    public String textFor(WorkflowRun run, TaskListener listener) throws IOException {
        try {
            GitHubRepository repository = new GitHubRepository(source, run.getParent());
            seen = repository.revisionOf(head);
            run.getParent().save();
            run.addAction(new SCMRevisionAction(source, seen));
            if (instead != null) {
                return instead;
            }
            SCMRevision trusted = source.getTrustedRevision(seen, listener);
            listener.getLogger().println("Obtained Jenkinsfile from " + hash(trusted));
            return repository.jenkinsfile(hash(trusted));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AbortException("Interrupted while reading the Jenkinsfile");
        }
    }

    /** The commit whose files count. */
    public static String hash(SCMRevision revision) {
        return revision instanceof PullRequestSCMRevision pull
                ? pull.getPullHash()
                : ((SCMRevisionImpl) revision).getHash();
    }
}
