package io.jenkins.plugins.itgc.jenkins.config;

import hudson.Extension;
import hudson.util.FormValidation;
import io.jenkins.plugins.itgc.review.policy.Tracker;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A Redmine. */
public class RedmineTracker extends TrackerEntry {
    /** @param name what other parts of the configuration call this tracker */
    @DataBoundConstructor
    public RedmineTracker(String name) {
        super(name);
    }

    @Override
    protected Tracker.Kind kind() {
        return Tracker.Kind.REDMINE;
    }

    /** Describes the entry to forms and to configuration as code. */
    @Extension
    @Symbol("itgcRedmine")
    public static class DescriptorImpl extends TrackerDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.RedmineTracker_displayName();
        }

        /** Checks the field {@code url} while somebody fills the form in. */
        @POST
        public FormValidation doCheckUrl(@QueryParameter String value) {
            return FormChecks.address(value);
        }
    }
}
