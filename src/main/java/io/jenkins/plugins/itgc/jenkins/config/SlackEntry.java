package io.jenkins.plugins.itgc.jenkins.config;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** The Slack workspace in which people ask about deploys and answer. */
public class SlackEntry extends AbstractDescribableImpl<SlackEntry> {
    private final String team;
    private String signingSecretId = "";
    private String oldSigningSecretId = "";
    private String botTokenId = "";
    private String channel = "";
    private String alertChannel = "";
    private String language = "en";
    private String apiUrl = "https://slack.com/api";

    @DataBoundConstructor
    public SlackEntry(String team) {
        this.team = TrackerEntry.trimmed(team);
    }

    public String getTeam() {
        return team;
    }

    public String getSigningSecretId() {
        return signingSecretId;
    }

    @DataBoundSetter
    public void setSigningSecretId(String signingSecretId) {
        this.signingSecretId = TrackerEntry.trimmed(signingSecretId);
    }

    public String getOldSigningSecretId() {
        return oldSigningSecretId;
    }

    @DataBoundSetter
    public void setOldSigningSecretId(String oldSigningSecretId) {
        this.oldSigningSecretId = TrackerEntry.trimmed(oldSigningSecretId);
    }

    public String getBotTokenId() {
        return botTokenId;
    }

    @DataBoundSetter
    public void setBotTokenId(String botTokenId) {
        this.botTokenId = TrackerEntry.trimmed(botTokenId);
    }

    public String getChannel() {
        return channel;
    }

    @DataBoundSetter
    public void setChannel(String channel) {
        this.channel = TrackerEntry.trimmed(channel);
    }

    public String getAlertChannel() {
        return alertChannel;
    }

    @DataBoundSetter
    public void setAlertChannel(String alertChannel) {
        this.alertChannel = TrackerEntry.trimmed(alertChannel);
    }

    /** Where what is urgent goes: the channel for alerts, or the ordinary one. */
    public String urgentChannel() {
        return alertChannel.isEmpty() ? channel : alertChannel;
    }

    public String getLanguage() {
        return language == null ? "en" : language;
    }

    @DataBoundSetter
    public void setLanguage(String language) {
        this.language = TrackerEntry.trimmed(language).isEmpty() ? "en" : TrackerEntry.trimmed(language);
        InvalidEntry.unless(EnvironmentEntry.LANGUAGES.contains(this.language), "Slack", "language", "choose en or ja");
    }

    public String getApiUrl() {
        return apiUrl;
    }

    @DataBoundSetter
    public void setApiUrl(String apiUrl) {
        this.apiUrl = TrackerEntry.trimmed(apiUrl).isEmpty() ? "https://slack.com/api" : TrackerEntry.trimmed(apiUrl);
    }

    /** Describes the entry to forms and to configuration as code. */
    @Extension
    public static class DescriptorImpl extends Descriptor<SlackEntry> {
        @Override
        public String getDisplayName() {
            return Messages.SlackEntry_displayName();
        }

        @POST
        public FormValidation doCheckTeam(@QueryParameter String value) {
            return FormChecks.required(value);
        }

        @POST
        public FormValidation doCheckApiUrl(@QueryParameter String value) {
            return FormChecks.address(value);
        }

        @POST
        public ListBoxModel doFillSigningSecretIdItems(@QueryParameter String signingSecretId) {
            return FormChecks.credentials(signingSecretId);
        }

        @POST
        public ListBoxModel doFillOldSigningSecretIdItems(@QueryParameter String oldSigningSecretId) {
            return FormChecks.credentials(oldSigningSecretId);
        }

        @POST
        public ListBoxModel doFillBotTokenIdItems(@QueryParameter String botTokenId) {
            return FormChecks.credentials(botTokenId);
        }
    }
}
