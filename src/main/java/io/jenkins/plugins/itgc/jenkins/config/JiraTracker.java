package io.jenkins.plugins.itgc.jenkins.config;

import hudson.Extension;
import hudson.util.FormValidation;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.review.policy.InvalidPolicy;
import io.jenkins.plugins.itgc.review.policy.Tracker;
import java.util.Set;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A Jira, Cloud or Data Center. */
public class JiraTracker extends TrackerEntry {
    private static final Set<String> VERSIONS = Set.of("2", "3");

    private String restVersion = "3";
    private String site = "";

    /** @param name what other parts of the configuration call this tracker */
    @DataBoundConstructor
    public JiraTracker(String name) {
        super(name);
    }

    @Override
    protected Tracker.Kind kind() {
        return Tracker.Kind.JIRA;
    }

    @Override
    protected String address() {
        return site.isEmpty() ? super.address() : PluginSite.named(site).url();
    }

    @Override
    protected boolean addressIsElsewhere() {
        return !site.isEmpty();
    }

    @Override
    public String credentials() {
        return super.credentials().isEmpty() && !site.isEmpty()
                ? PluginSite.named(site).credentialsId()
                : super.credentials();
    }

    /** {@code 3} for Jira Cloud, {@code 2} for Jira Data Center. */
    public String getRestVersion() {
        return restVersion;
    }

    /**
     * @param restVersion {@code 3} for Jira Cloud, {@code 2} for Jira Data Center
     * @throws InvalidEntry when it makes no sense; the message says why
     */
    @DataBoundSetter
    public void setRestVersion(String restVersion) {
        this.restVersion = trimmed(restVersion).isEmpty() ? "3" : trimmed(restVersion);
        InvalidEntry.unless(
                VERSIONS.contains(this.restVersion),
                "The ticket tracker \"" + getName() + "\"",
                "restVersion",
                "it is 3 for Jira Cloud or 2 for Jira Data Center, not \"" + this.restVersion + "\"");
    }

    /**
     * Name or address of a site that the Jira plugin has configured; its address and credentials are used where none
     * are given here.
     */
    public String getSite() {
        return site;
    }

    /**
     * @param site name or address of a site that the Jira plugin has configured; its address and credentials are
     *     used where none are given here
     */
    @DataBoundSetter
    public void setSite(String site) {
        this.site = trimmed(site);
    }

    /**
     * A site that the Jira plugin has configured already.
     *
     * @param url its address
     * @param credentialsId its credentials; empty when it has none
     */
    record PluginSite(String url, String credentialsId) {
        /** @throws InvalidPolicy when the Jira plugin is not there or has no such site */
        static PluginSite named(String name) {
            if (!installed()) {
                throw new InvalidPolicy("site", Message.of("review.policy.no-jira", name));
            }
            return JiraPluginSites.find(name)
                    .orElseThrow(() -> new InvalidPolicy("site", Message.of("review.policy.no-site", name)));
        }

        /** The Jira plugin is optional: its classes are only touched when they are there. */
        private static boolean installed() {
            try {
                Class.forName("hudson.plugins.jira.JiraGlobalConfiguration", false, JiraTracker.class.getClassLoader());
                return true;
            } catch (ClassNotFoundException e) {
                return false;
            }
        }
    }

    /** Describes the entry to forms and to configuration as code. */
    @Extension
    @Symbol("itgcJira")
    public static class DescriptorImpl extends TrackerDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.JiraTracker_displayName();
        }

        /** A site of the Jira plugin brings its own address. */
        @POST
        public FormValidation doCheckUrl(@QueryParameter String value, @QueryParameter String site) {
            return trimmed(value).isEmpty() && !trimmed(site).isEmpty()
                    ? FormValidation.ok()
                    : FormChecks.address(value);
        }
    }
}
