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

    /**
     * With what cannot be left out.
     *
     * @param tracker name of the ticket tracker, as in its own entry; or {@code jenkins}, {@code slack} or
     *     {@code github}
     * @param account the account there: account id in Jira Cloud, user key in Jira Data Center, login in Redmine,
     *     user id in Jenkins, team and user in Slack such as {@code T024BE7LD/U012AB3CD}, login at GitHub
     */
    @DataBoundConstructor
    public TrackerAccount(String tracker, String account) {
        this.tracker = TrackerEntry.trimmed(tracker);
        this.account = TrackerEntry.trimmed(account);
    }

    /** Name of the ticket tracker, as in its own entry; or {@code jenkins}, {@code slack} or {@code github}. */
    public String getTracker() {
        return tracker;
    }

    /**
     * The account there: account id in Jira Cloud, user key in Jira Data Center, login in Redmine, user id in
     * Jenkins, team and user in Slack such as {@code T024BE7LD/U012AB3CD}, login at GitHub.
     */
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

        /** Checks the field {@code tracker} while somebody fills the form in. */
        @POST
        public FormValidation doCheckTracker(@QueryParameter String value) {
            return FormChecks.required(value);
        }

        /** Checks the field {@code account} while somebody fills the form in. */
        @POST
        public FormValidation doCheckAccount(@QueryParameter String value) {
            return FormChecks.required(value);
        }
    }
}
