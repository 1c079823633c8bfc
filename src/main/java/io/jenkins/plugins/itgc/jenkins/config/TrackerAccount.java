package io.jenkins.plugins.itgc.jenkins.config;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A person's account in one ticket tracker. */
public class TrackerAccount extends AbstractDescribableImpl<TrackerAccount> {
    private final String tracker;
    private final String account;

    @DataBoundConstructor
    public TrackerAccount(String tracker, String account) {
        this.tracker = TrackerEntry.trimmed(tracker);
        this.account = TrackerEntry.trimmed(account);
    }

    public String getTracker() {
        return tracker;
    }

    public String getAccount() {
        return account;
    }

    /** Describes the entry to forms and to configuration as code. */
    @Extension
    public static class DescriptorImpl extends Descriptor<TrackerAccount> {
        @Override
        public String getDisplayName() {
            return Messages.TrackerAccount_displayName();
        }

        @POST
        public FormValidation doCheckTracker(@QueryParameter String value) {
            return FormChecks.required(value);
        }

        @POST
        public FormValidation doCheckAccount(@QueryParameter String value) {
            return FormChecks.required(value);
        }
    }
}
