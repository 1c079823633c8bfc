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

    /** @param url such as {@code jdbc:postgresql://db.example.com/itgc?sslmode=verify-full} */
    @DataBoundConstructor
    public SharedLedgerEntry(String url) {
        this.url = TrackerEntry.trimmed(url);
    }

    /** Such as {@code jdbc:postgresql://db.example.com/itgc?sslmode=verify-full}. */
    public String getUrl() {
        return url;
    }

    /** The name under which this controller keeps its own chain of entries. */
    public String getStream() {
        return stream;
    }

    /** @param stream the name under which this controller keeps its own chain of entries */
    @DataBoundSetter
    public void setStream(String stream) {
        this.stream = TrackerEntry.trimmed(stream).isEmpty() ? "main" : TrackerEntry.trimmed(stream);
    }

    /** User name and password of an account that may create tables in this database, and read and append afterwards. */
    public String getCredentialsId() {
        return credentialsId;
    }

    /**
     * @param credentialsId user name and password of an account that may create tables in this database, and read
     *     and append afterwards
     */
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

        /** Checks the field {@code url} while somebody fills the form in. */
        @POST
        public FormValidation doCheckUrl(@QueryParameter String value) {
            return FormChecks.required(value);
        }

        /** Checks the field {@code stream} while somebody fills the form in. */
        @POST
        public FormValidation doCheckStream(@QueryParameter String value) {
            return FormChecks.required(value);
        }

        /** What can be chosen for the field {@code credentialsId}. */
        @POST
        public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId) {
            return FormChecks.credentials(credentialsId);
        }
    }
}
