package io.jenkins.plugins.itgc.jenkins.config;

import hudson.Extension;
import hudson.util.FormValidation;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A calendar on a CalDAV server. */
public class CalDavCalendar extends CalendarEntry {
    private String url = "";
    private boolean releases;

    @DataBoundConstructor
    public CalDavCalendar(String name) {
        super(name);
    }

    @Override
    public String place() {
        return "itgcCalDav " + url;
    }

    @Override
    public boolean entersReleases() {
        return releases;
    }

    public String getUrl() {
        return url;
    }

    @DataBoundSetter
    public void setUrl(String url) {
        this.url = TrackerEntry.trimmed(url);
    }

    public boolean isReleases() {
        return releases;
    }

    @DataBoundSetter
    public void setReleases(boolean releases) {
        this.releases = releases;
    }

    /** Describes the entry to forms and to configuration as code. */
    @Extension
    @Symbol("itgcCalDav")
    public static class DescriptorImpl extends CalendarDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.CalDavCalendar_displayName();
        }

        @POST
        public FormValidation doCheckUrl(@QueryParameter String value) {
            return FormChecks.address(value);
        }
    }
}
