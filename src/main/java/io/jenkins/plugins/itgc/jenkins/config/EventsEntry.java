package io.jenkins.plugins.itgc.jenkins.config;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.text.Words;
import java.util.Locale;
import java.util.Set;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What GitHub tells by itself, and what the review bot does about it. */
public class EventsEntry extends AbstractDescribableImpl<EventsEntry> {
    private String secretId = "";
    private String oldSecretId = "";
    private String repositories = "";
    private String environment = "";
    private int reconcileMinutes = 15;
    private String snsTopics = "";
    private String snsTokenId = "";
    private boolean gitHubPlugin = true;

    /** With what each field has when nobody fills it in. */
    @DataBoundConstructor
    public EventsEntry() {}

    /** Whether the bot reviews in a repository. */
    public boolean reviews(RepositoryId repository) {
        String name = repository.toString().toLowerCase(Locale.ROOT);
        String owner = repository.owner().toLowerCase(Locale.ROOT) + "/*";
        Set<String> wanted = Words.of(repositories.toLowerCase(Locale.ROOT));
        return wanted.contains(name) || wanted.contains(owner);
    }

    /** Repositories that are named in full. */
    public Set<String> namedRepositories() {
        Set<String> named = Words.of(repositories);
        named.removeIf(name -> !name.matches("[A-Za-z0-9._-]+/[A-Za-z0-9._-]+"));
        return named;
    }

    /** Topics of Amazon SNS that may bring GitHub's events. */
    public Set<String> topics() {
        return Words.of(snsTopics);
    }

    /** Secret text by which GitHub signs its deliveries to {@code JENKINS_URL/itgc/github-webhook}. */
    public String getSecretId() {
        return secretId;
    }

    /** @param secretId Secret text by which GitHub signs its deliveries to {@code JENKINS_URL/itgc/github-webhook} */
    @DataBoundSetter
    public void setSecretId(String secretId) {
        this.secretId = TrackerEntry.trimmed(secretId);
    }

    /** A second secret that counts too, while the secret is being changed. */
    public String getOldSecretId() {
        return oldSecretId;
    }

    /** @param oldSecretId a second secret that counts too, while the secret is being changed */
    @DataBoundSetter
    public void setOldSecretId(String oldSecretId) {
        this.oldSecretId = TrackerEntry.trimmed(oldSecretId);
    }

    /** Repositories whose pull requests are reviewed by themselves, without a build. */
    public String getRepositories() {
        return repositories;
    }

    /** @param repositories repositories whose pull requests are reviewed by themselves, without a build */
    @DataBoundSetter
    public void setRepositories(String repositories) {
        this.repositories = TrackerEntry.trimmed(repositories);
    }

    /** The environment by whose rules the bot reviews. */
    public String getEnvironment() {
        return environment;
    }

    /** @param environment the environment by whose rules the bot reviews */
    @DataBoundSetter
    public void setEnvironment(String environment) {
        this.environment = TrackerEntry.trimmed(environment);
    }

    /** How often the open pull requests are looked through for what no event told of. */
    public int getReconcileMinutes() {
        return reconcileMinutes;
    }

    /** @param reconcileMinutes how often the open pull requests are looked through for what no event told of */
    @DataBoundSetter
    public void setReconcileMinutes(int reconcileMinutes) {
        this.reconcileMinutes = Math.max(1, reconcileMinutes);
    }

    /** ARNs of the topics that may bring GitHub's events to {@code JENKINS_URL/itgc/sns}, divided by commas. */
    public String getSnsTopics() {
        return snsTopics;
    }

    /**
     * @param snsTopics ARNs of the topics that may bring GitHub's events to {@code JENKINS_URL/itgc/sns}, divided by
     *     commas
     */
    @DataBoundSetter
    public void setSnsTopics(String snsTopics) {
        this.snsTopics = TrackerEntry.trimmed(snsTopics);
    }

    /** Secret text that what SNS delivers raw must carry. */
    public String getSnsTokenId() {
        return snsTokenId;
    }

    /** @param snsTokenId Secret text that what SNS delivers raw must carry */
    @DataBoundSetter
    public void setSnsTokenId(String snsTokenId) {
        this.snsTokenId = TrackerEntry.trimmed(snsTokenId);
    }

    /** Whether what the GitHub plugin receives counts too. */
    public boolean isGitHubPlugin() {
        return gitHubPlugin;
    }

    /**
     * @param gitHubPlugin the events that reach {@code /github-webhook/} of the GitHub plugin say where to look, too
     */
    @DataBoundSetter
    public void setGitHubPlugin(boolean gitHubPlugin) {
        this.gitHubPlugin = gitHubPlugin;
    }

    /** Describes the entry to forms and to configuration as code. */
    @Extension
    public static class DescriptorImpl extends Descriptor<EventsEntry> {
        @Override
        public String getDisplayName() {
            return Messages.EventsEntry_displayName();
        }

        /** What can be chosen for the field {@code secretId}. */
        @POST
        public ListBoxModel doFillSecretIdItems(@QueryParameter String secretId) {
            return FormChecks.credentials(secretId);
        }

        /** What can be chosen for the field {@code snsTokenId}. */
        @POST
        public ListBoxModel doFillSnsTokenIdItems(@QueryParameter String snsTokenId) {
            return FormChecks.credentials(snsTokenId);
        }

        /** What can be chosen for the field {@code oldSecretId}. */
        @POST
        public ListBoxModel doFillOldSecretIdItems(@QueryParameter String oldSecretId) {
            return FormChecks.credentials(oldSecretId);
        }
    }
}
