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

    /** @param name what other parts of the configuration call this calendar */
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

    /** Its id, as the settings of the calendar show it, such as "team&#64;group.calendar.google.com". */
    public String getCalendarId() {
        return calendarId;
    }

    /**
     * @param calendarId its id, as the settings of the calendar show it, such as
     *     "team&#64;group.calendar.google.com"
     */
    @DataBoundSetter
    public void setCalendarId(String calendarId) {
        this.calendarId = TrackerEntry.trimmed(calendarId);
    }

    /** Where Google's interface is. */
    public String getRootUrl() {
        return rootUrl;
    }

    /** @param rootUrl where Google's interface is */
    @DataBoundSetter
    public void setRootUrl(String rootUrl) {
        this.rootUrl = TrackerEntry.trimmed(rootUrl).isEmpty() ? ROOT : TrackerEntry.trimmed(rootUrl);
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
    @Symbol("itgcGoogleCalendar")
    public static class DescriptorImpl extends CalendarDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.GoogleCalendar_displayName();
        }

        /** Checks the field {@code calendarId} while somebody fills the form in. */
        @POST
        public FormValidation doCheckCalendarId(@QueryParameter String value) {
            return FormChecks.required(value);
        }

        /** Checks the field {@code rootUrl} while somebody fills the form in. */
        @POST
        public FormValidation doCheckRootUrl(@QueryParameter String value) {
            return FormChecks.address(value);
        }
    }
}
