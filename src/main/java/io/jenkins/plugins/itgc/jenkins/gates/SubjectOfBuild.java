package io.jenkins.plugins.itgc.jenkins.gates;

import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.jenkins.config.GitHubEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.credentials.GitHubCredentials;
import io.jenkins.plugins.itgc.jenkins.credentials.WordedAbort;
import io.jenkins.plugins.itgc.review.ReviewRequest.HeadHint;
import jenkins.plugins.git.AbstractGitSCMSource;
import jenkins.scm.api.SCMHead;
import jenkins.scm.api.SCMRevision;
import jenkins.scm.api.SCMRevisionAction;
import jenkins.scm.api.SCMSource;
import org.jenkinsci.plugins.github_branch_source.BranchSCMHead;
import org.jenkinsci.plugins.github_branch_source.GitHubSCMSource;
import org.jenkinsci.plugins.github_branch_source.PullRequestSCMHead;
import org.jenkinsci.plugins.github_branch_source.PullRequestSCMRevision;

/**
 * Which change a build is about, and how GitHub is reached for it.
 *
 * @param apiUri address of GitHub's REST interface
 * @param credentials how to log in there
 * @param repository where the change is
 * @param pullRequest its number; null for a commit of the production branch
 * @param commit what is built; null when the pull request was named by its number
 * @param hint where the head branch is; null when the build does not tell
 */
public record SubjectOfBuild(
        String apiUri,
        GitHubCredentials credentials,
        RepositoryId repository,
        Integer pullRequest,
        CommitId commit,
        HeadHint hint) {

    /** @throws AbortException when neither the step nor the build names a change */
    static SubjectOfBuild find(Run<?, ?> build, ChangeParameters said, String productionBranch) throws AbortException {
        SCMSource source = SCMSource.SourceByItem.findSource(build.getParent());
        if (said.repository != null) {
            return named(build, said);
        }
        if (said.pullRequest != null || said.commit != null) {
            throw new WordedAbort(Message.of("review.subject.repository"));
        }
        if (source instanceof GitHubSCMSource gitHub) {
            return built(build, gitHub, said, productionBranch);
        }
        throw new WordedAbort(Message.of("review.subject.no-source"));
    }

    private static SubjectOfBuild named(Run<?, ?> build, ChangeParameters said) throws AbortException {
        if ((said.pullRequest == null) == (said.commit == null)) {
            throw new WordedAbort(Message.of("review.subject.one-of"));
        }
        GitHubEntry gitHub = ItgcConfiguration.get().getGitHub();
        String id = said.credentialsId == null ? gitHub.getCredentialsId() : said.credentialsId;
        return new SubjectOfBuild(
                gitHub.getApiUri(),
                GitHubCredentials.ofBuild(id, build, gitHub.getApiUri()),
                RepositoryId.parse(said.repository),
                said.pullRequest,
                said.commit == null ? null : new CommitId(said.commit),
                null);
    }

    private static SubjectOfBuild built(
            Run<?, ?> build, GitHubSCMSource source, ChangeParameters said, String productionBranch)
            throws AbortException {
        SCMHead head = SCMHead.HeadByItem.findHead(build.getParent());
        SCMRevision revision = SCMRevisionAction.getRevision(source, build);
        RepositoryId repository = new RepositoryId(source.getRepoOwner(), source.getRepository());
        String apiUri = source.getApiUri();
        GitHubCredentials credentials = said.credentialsId == null
                ? GitHubCredentials.ofSource(source, build)
                : GitHubCredentials.ofBuild(said.credentialsId, build, apiUri);
        if (head instanceof PullRequestSCMHead pull && revision instanceof PullRequestSCMRevision pullRevision) {
            CommitId commit = new CommitId(pullRevision.getPullHash());
            return new SubjectOfBuild(apiUri, credentials, repository, pull.getNumber(), commit, hint(pull));
        }
        if (!(head instanceof BranchSCMHead) || !head.getName().equals(productionBranch)) {
            throw new WordedAbort(Message.of("review.subject.other-branch", productionBranch));
        }
        if (revision instanceof AbstractGitSCMSource.SCMRevisionImpl branch) {
            return new SubjectOfBuild(apiUri, credentials, repository, null, new CommitId(branch.getHash()), null);
        }
        throw new WordedAbort(Message.of("review.subject.no-commit"));
    }

    private static HeadHint hint(PullRequestSCMHead pull) {
        return new HeadHint(new RepositoryId(pull.getSourceOwner(), pull.getSourceRepo()), pull.getSourceBranch());
    }
}
