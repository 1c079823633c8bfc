package org.jenkinsci.plugins.github_branch_source;

import hudson.Extension;
import hudson.Util;
import hudson.model.Descriptor;
import hudson.model.TaskListener;
import java.io.IOException;
import jenkins.plugins.git.AbstractGitSCMSource;
import jenkins.scm.api.SCMHeadOrigin;
import jenkins.scm.api.SCMRevision;
import jenkins.scm.api.SCMSource;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;

/** A GitHub repository as a source of branches and pull requests. */
public class GitHubSCMSource extends AbstractGitSCMSource {
    public static final String GITHUB_URL = "https://api.github.com";

    private final String repoOwner;
    private final String repository;
    private String apiUri;
    private String credentialsId;

    public GitHubSCMSource(String repoOwner, String repository, String repositoryUrl, boolean configuredByUrl) {
        this.repoOwner = repoOwner;
        this.repository = repository;
    }

    public String getRepoOwner() {
        return repoOwner;
    }

    public String getRepository() {
        return repository;
    }

    public String getApiUri() {
        return apiUri == null ? GITHUB_URL : apiUri;
    }

    @DataBoundSetter
    public void setApiUri(String apiUri) {
        this.apiUri = Util.fixEmptyAndTrim(apiUri);
    }

    @Override
    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = Util.fixEmpty(credentialsId);
    }

    @Override
    public String getRemote() {
        return "https://github.com/" + repoOwner + "/" + repository + ".git";
    }

    @Override
    public SCMRevision getTrustedRevision(SCMRevision revision, TaskListener listener)
            throws IOException, InterruptedException {
        if (revision instanceof PullRequestSCMRevision pull
                && pull.getHead() instanceof PullRequestSCMHead head
                && head.getOrigin() instanceof SCMHeadOrigin.Fork) {
            return new SCMRevisionImpl(head.getTarget(), pull.getBaseHash());
        }
        return revision;
    }

    /** Makes the source known. */
    @Extension
    @Symbol("github")
    public static class DescriptorImpl extends Descriptor<SCMSource> {
        public DescriptorImpl() {}
    }
}
