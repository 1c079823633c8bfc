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

    public String getSecretId() {
        return secretId;
    }

    @DataBoundSetter
    public void setSecretId(String secretId) {
        this.secretId = TrackerEntry.trimmed(secretId);
    }

    public String getOldSecretId() {
        return oldSecretId;
    }

    @DataBoundSetter
    public void setOldSecretId(String oldSecretId) {
        this.oldSecretId = TrackerEntry.trimmed(oldSecretId);
    }

    public String getRepositories() {
        return repositories;
    }

    @DataBoundSetter
    public void setRepositories(String repositories) {
        this.repositories = TrackerEntry.trimmed(repositories);
    }

    public String getEnvironment() {
        return environment;
    }

    @DataBoundSetter
    public void setEnvironment(String environment) {
        this.environment = TrackerEntry.trimmed(environment);
    }

    public int getReconcileMinutes() {
        return reconcileMinutes;
    }

    @DataBoundSetter
    public void setReconcileMinutes(int reconcileMinutes) {
        this.reconcileMinutes = Math.max(1, reconcileMinutes);
    }

    public String getSnsTopics() {
        return snsTopics;
    }

    @DataBoundSetter
    public void setSnsTopics(String snsTopics) {
        this.snsTopics = TrackerEntry.trimmed(snsTopics);
    }

    public String getSnsTokenId() {
        return snsTokenId;
    }

    @DataBoundSetter
    public void setSnsTokenId(String snsTokenId) {
        this.snsTokenId = TrackerEntry.trimmed(snsTokenId);
    }

    /** Whether what the GitHub plugin receives counts too. */
    public boolean isGitHubPlugin() {
        return gitHubPlugin;
    }

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

        @POST
        public ListBoxModel doFillSecretIdItems(@QueryParameter String secretId) {
            return FormChecks.credentials(secretId);
        }

        @POST
        public ListBoxModel doFillSnsTokenIdItems(@QueryParameter String snsTokenId) {
            return FormChecks.credentials(snsTokenId);
        }

        @POST
        public ListBoxModel doFillOldSecretIdItems(@QueryParameter String oldSecretId) {
            return FormChecks.credentials(oldSecretId);
        }
    }
}
