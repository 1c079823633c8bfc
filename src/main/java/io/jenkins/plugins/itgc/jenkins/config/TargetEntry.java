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

    /** @param name what people call this database, shard or replica */
    @DataBoundConstructor
    public TargetEntry(String name) {
        this.name = TrackerEntry.trimmed(name);
    }

    /** What people call this database, shard or replica. */
    public String getName() {
        return name;
    }

    /**
     * Such as {@code jdbc:postgresql://db1.example.com/orders}; also {@code jdbc:mariadb:}, {@code jdbc:mysql:} and
     * {@code jdbc:sqlite:}.
     */
    public String getUrl() {
        return url;
    }

    /**
     * @param url Such as {@code jdbc:postgresql://db1.example.com/orders}; also {@code jdbc:mariadb:},
     *     {@code jdbc:mysql:} and {@code jdbc:sqlite:}
     */
    @DataBoundSetter
    public void setUrl(String url) {
        this.url = TrackerEntry.trimmed(url);
    }

    /** User name and password of an account that may only read. */
    public String getCredentialsId() {
        return credentialsId;
    }

    /** @param credentialsId user name and password of an account that may only read */
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

        /** Checks the field {@code name} while somebody fills the form in. */
        @POST
        public FormValidation doCheckName(@QueryParameter String value) {
            return FormChecks.required(value);
        }

        /** Checks the field {@code url} while somebody fills the form in. */
        @POST
        public FormValidation doCheckUrl(@QueryParameter String value) {
            return FormChecks.required(value);
        }

        /** What can be chosen for the field {@code credentialsId}. */
        @POST
        public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId) {
            return FormChecks.credentials(credentialsId);
        }
    }
}
