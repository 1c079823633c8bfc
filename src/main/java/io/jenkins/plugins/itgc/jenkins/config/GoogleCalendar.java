package io.jenkins.plugins.itgc.jenkins.config;

import hudson.Extension;
import hudson.util.FormValidation;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A calendar of Google, read with a service account. */
public class GoogleCalendar extends CalendarEntry {
    /** Where Google has its calendars. */
    public static final String ROOT = "https://www.googleapis.com/";

    private String calendarId = "";
    private String rootUrl = ROOT;
    private boolean releases;

    @DataBoundConstructor
    public GoogleCalendar(String name) {
        super(name);
    }

    @Override
    public String place() {
        return "itgcGoogle " + rootUrl + " " + calendarId;
    }

    @Override
    public boolean entersReleases() {
        return releases;
    }

    public String getCalendarId() {
        return calendarId;
    }

    @DataBoundSetter
    public void setCalendarId(String calendarId) {
        this.calendarId = TrackerEntry.trimmed(calendarId);
    }

    public String getRootUrl() {
        return rootUrl;
    }

    @DataBoundSetter
    public void setRootUrl(String rootUrl) {
        this.rootUrl = TrackerEntry.trimmed(rootUrl).isEmpty() ? ROOT : TrackerEntry.trimmed(rootUrl);
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
    @Symbol("itgcGoogleCalendar")
    public static class DescriptorImpl extends CalendarDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.GoogleCalendar_displayName();
        }

        @POST
        public FormValidation doCheckCalendarId(@QueryParameter String value) {
            return FormChecks.required(value);
        }

        @POST
        public FormValidation doCheckRootUrl(@QueryParameter String value) {
            return FormChecks.address(value);
        }
    }
}
