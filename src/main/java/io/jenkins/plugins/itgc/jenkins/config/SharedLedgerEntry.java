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

/** A PostgreSQL database that holds the ledgers of several controllers. */
public class SharedLedgerEntry extends AbstractDescribableImpl<SharedLedgerEntry> {
    private final String url;
    private String stream = "main";
    private String credentialsId = "";

    @DataBoundConstructor
    public SharedLedgerEntry(String url) {
        this.url = TrackerEntry.trimmed(url);
    }

    public String getUrl() {
        return url;
    }

    public String getStream() {
        return stream;
    }

    @DataBoundSetter
    public void setStream(String stream) {
        this.stream = TrackerEntry.trimmed(stream).isEmpty() ? "main" : TrackerEntry.trimmed(stream);
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
    public static class DescriptorImpl extends Descriptor<SharedLedgerEntry> {
        @Override
        public String getDisplayName() {
            return Messages.SharedLedgerEntry_displayName();
        }

        @POST
        public FormValidation doCheckUrl(@QueryParameter String value) {
            return FormChecks.required(value);
        }

        @POST
        public FormValidation doCheckStream(@QueryParameter String value) {
            return FormChecks.required(value);
        }

        @POST
        public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId) {
            return FormChecks.credentials(credentialsId);
        }
    }
}
