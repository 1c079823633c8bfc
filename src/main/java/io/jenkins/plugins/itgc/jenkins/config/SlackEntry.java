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

    /** @param team id of the workspace, such as T024BE7LD */
    @DataBoundConstructor
    public SlackEntry(String team) {
        this.team = TrackerEntry.trimmed(team);
    }

    /** Id of the workspace, such as T024BE7LD. */
    public String getTeam() {
        return team;
    }

    /** Secret text by which Slack signs its requests to {@code JENKINS_URL/itgc/slack}. */
    public String getSigningSecretId() {
        return signingSecretId;
    }

    /** @param signingSecretId Secret text by which Slack signs its requests to {@code JENKINS_URL/itgc/slack} */
    @DataBoundSetter
    public void setSigningSecretId(String signingSecretId) {
        this.signingSecretId = TrackerEntry.trimmed(signingSecretId);
    }

    /** A second secret that counts too, while the secret is being changed. */
    public String getOldSigningSecretId() {
        return oldSigningSecretId;
    }

    /** @param oldSigningSecretId a second secret that counts too, while the secret is being changed */
    @DataBoundSetter
    public void setOldSigningSecretId(String oldSigningSecretId) {
        this.oldSigningSecretId = TrackerEntry.trimmed(oldSigningSecretId);
    }

    /** Secret text with the bot's token (scopes chat:write, users:read and users:read.email). */
    public String getBotTokenId() {
        return botTokenId;
    }

    /** @param botTokenId Secret text with the bot's token (scopes chat:write, users:read and users:read.email) */
    @DataBoundSetter
    public void setBotTokenId(String botTokenId) {
        this.botTokenId = TrackerEntry.trimmed(botTokenId);
    }

    /** Id of the channel for requests and deploys. */
    public String getChannel() {
        return channel;
    }

    /** @param channel id of the channel for requests and deploys */
    @DataBoundSetter
    public void setChannel(String channel) {
        this.channel = TrackerEntry.trimmed(channel);
    }

    /** Id of the channel for what is urgent: break-glass, missed reviews, failed deploys. */
    public String getAlertChannel() {
        return alertChannel;
    }

    /** @param alertChannel id of the channel for what is urgent: break-glass, missed reviews, failed deploys */
    @DataBoundSetter
    public void setAlertChannel(String alertChannel) {
        this.alertChannel = TrackerEntry.trimmed(alertChannel);
    }

    /** Where what is urgent goes: the channel for alerts, or the ordinary one. */
    public String urgentChannel() {
        return alertChannel.isEmpty() ? channel : alertChannel;
    }

    /** In which language the bot speaks. */
    public String getLanguage() {
        return language == null ? "en" : language;
    }

    /**
     * @param language in which language the bot speaks
     * @throws InvalidEntry when it makes no sense; the message says why
     */
    @DataBoundSetter
    public void setLanguage(String language) {
        this.language = TrackerEntry.trimmed(language).isEmpty() ? "en" : TrackerEntry.trimmed(language);
        InvalidEntry.unless(EnvironmentEntry.LANGUAGES.contains(this.language), "Slack", "language", "choose en or ja");
    }

    /** Address of Slack's web interface. */
    public String getApiUrl() {
        return apiUrl;
    }

    /** @param apiUrl address of Slack's web interface */
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

        /** Checks the field {@code team} while somebody fills the form in. */
        @POST
        public FormValidation doCheckTeam(@QueryParameter String value) {
            return FormChecks.required(value);
        }

        /** Checks the field {@code apiUrl} while somebody fills the form in. */
        @POST
        public FormValidation doCheckApiUrl(@QueryParameter String value) {
            return FormChecks.address(value);
        }

        /** What can be chosen for the field {@code signingSecretId}. */
        @POST
        public ListBoxModel doFillSigningSecretIdItems(@QueryParameter String signingSecretId) {
            return FormChecks.credentials(signingSecretId);
        }

        /** What can be chosen for the field {@code oldSigningSecretId}. */
        @POST
        public ListBoxModel doFillOldSigningSecretIdItems(@QueryParameter String oldSigningSecretId) {
            return FormChecks.credentials(oldSigningSecretId);
        }

        /** What can be chosen for the field {@code botTokenId}. */
        @POST
        public ListBoxModel doFillBotTokenIdItems(@QueryParameter String botTokenId) {
            return FormChecks.credentials(botTokenId);
        }
    }
}
