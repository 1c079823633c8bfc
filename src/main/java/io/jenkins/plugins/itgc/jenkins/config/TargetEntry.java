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

/** One database, shard or replica that must hold migrations. */
public class TargetEntry extends AbstractDescribableImpl<TargetEntry> {
    private final String name;
    private String url = "";
    private String credentialsId = "";

    @DataBoundConstructor
    public TargetEntry(String name) {
        this.name = TrackerEntry.trimmed(name);
    }

    public String getName() {
        return name;
    }

    public String getUrl() {
        return url;
    }

    @DataBoundSetter
    public void setUrl(String url) {
        this.url = TrackerEntry.trimmed(url);
    }

    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = TrackerEntry.trimmed(credentialsId);
    }

    /** Describes the entry to forms and to configuration as code. */
    @Extension
    public static class DescriptorImpl extends Descriptor<TargetEntry> {
        @Override
        public String getDisplayName() {
            return Messages.TargetEntry_displayName();
        }

        @POST
        public FormValidation doCheckName(@QueryParameter String value) {
            return FormChecks.required(value);
        }

        @POST
        public FormValidation doCheckUrl(@QueryParameter String value) {
            return FormChecks.required(value);
        }

        @POST
        public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId) {
            return FormChecks.credentials(credentialsId);
        }
    }
}
