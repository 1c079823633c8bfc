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

    /** @param name what other parts of the configuration call this calendar */
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

    /** Address of the calendar collection, such as {@code https://dav.example.com/team/deploys/}. */
    public String getUrl() {
        return url;
    }

    /** @param url address of the calendar collection, such as {@code https://dav.example.com/team/deploys/} */
    @DataBoundSetter
    public void setUrl(String url) {
        this.url = TrackerEntry.trimmed(url);
    }

    /** Writes each deploy to this calendar and updates its entry with the result. */
    public boolean isReleases() {
        return releases;
    }

    /** @param releases writes each deploy to this calendar and updates its entry with the result */
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

        /** Checks the field {@code url} while somebody fills the form in. */
        @POST
        public FormValidation doCheckUrl(@QueryParameter String value) {
            return FormChecks.address(value);
        }
    }
}
