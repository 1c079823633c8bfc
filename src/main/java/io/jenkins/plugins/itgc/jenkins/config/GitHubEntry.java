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

/** The GitHub that is asked about repositories that no branch source of the job names. */
public class GitHubEntry extends AbstractDescribableImpl<GitHubEntry> {
    /** The address of GitHub.com's REST interface. */
    public static final String GITHUB_COM = "https://api.github.com";

    private String apiUri = GITHUB_COM;
    private String credentialsId = "";

    /** With what each field has when nobody fills it in. */
    @DataBoundConstructor
    public GitHubEntry() {}

    /** Address of the REST interface. */
    public String getApiUri() {
        return apiUri;
    }

    /**
     * @param apiUri address of the REST interface
     * @throws InvalidEntry when it makes no sense; the message says why
     */
    @DataBoundSetter
    public void setApiUri(String apiUri) {
        this.apiUri = apiUri == null || apiUri.isBlank() ? GITHUB_COM : apiUri.trim();
        InvalidEntry.unless(
                FormChecks.isAddress(this.apiUri), "GitHub", "apiUri", "\"" + this.apiUri + "\" is no http(s) address");
    }

    /** A token (secret text) or a GitHub App. */
    public String getCredentialsId() {
        return credentialsId;
    }

    /** @param credentialsId a token (secret text) or a GitHub App */
    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = credentialsId == null ? "" : credentialsId.trim();
    }

    /** Describes the entry to forms and to configuration as code. */
    @Extension
    public static class DescriptorImpl extends Descriptor<GitHubEntry> {
        @Override
        public String getDisplayName() {
            return Messages.GitHubEntry_displayName();
        }

        /** Checks the field {@code apiUri} while somebody fills the form in. */
        @POST
        public FormValidation doCheckApiUri(@QueryParameter String value) {
            return FormChecks.address(value);
        }

        /** What can be chosen for the field {@code credentialsId}. */
        @POST
        public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId) {
            return FormChecks.credentials(credentialsId);
        }
    }
}
