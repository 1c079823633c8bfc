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

    @DataBoundConstructor
    public GitHubEntry() {}

    public String getApiUri() {
        return apiUri;
    }

    @DataBoundSetter
    public void setApiUri(String apiUri) {
        this.apiUri = apiUri == null || apiUri.isBlank() ? GITHUB_COM : apiUri.trim();
        InvalidEntry.unless(
                FormChecks.isAddress(this.apiUri), "GitHub", "apiUri", "\"" + this.apiUri + "\" is no http(s) address");
    }

    public String getCredentialsId() {
        return credentialsId;
    }

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

        @POST
        public FormValidation doCheckApiUri(@QueryParameter String value) {
            return FormChecks.address(value);
        }

        @POST
        public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId) {
            return FormChecks.credentials(credentialsId);
        }
    }
}
