package io.jenkins.plugins.itgc.jenkins.config;

import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.itgc.text.Words;
import io.jenkins.plugins.itgc.window.CalendarRule;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A calendar, and what its events mean for deploys. */
public abstract class CalendarEntry extends AbstractDescribableImpl<CalendarEntry> {
    private final String name;
    private String credentialsId = "";
    private String zone = "UTC";
    private String windowEvents = "";
    private String freezeEvents = "";

    /** @param name what other parts of the configuration call this tracker */
    protected CalendarEntry(String name) {
        this.name = TrackerEntry.trimmed(name);
        InvalidEntry.unless(!this.name.isEmpty(), "A calendar", "name", "give it a name");
    }

    /** Where it is, so that a change of the configuration is not answered from an old copy. */
    public abstract String place();

    /** Whether releases are entered into it. */
    public abstract boolean entersReleases();

    /** @throws IllegalArgumentException when the entry makes no sense */
    public CalendarRule rule() {
        try {
            return new CalendarRule(
                    name, ZoneId.of(zone), List.copyOf(Words.of(windowEvents)), List.copyOf(Words.of(freezeEvents)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "The calendar \"" + name + "\" has the zone \"" + zone
                            + "\", which is none. Give an IANA zone such as Asia/Tokyo.",
                    e);
        }
    }

    /** What other parts of the configuration call this tracker. */
    public String getName() {
        return name;
    }

    /** The API key of an administrator as secret text. */
    public String getCredentialsId() {
        return credentialsId;
    }

    /** @param credentialsId the API key of an administrator as secret text */
    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = TrackerEntry.trimmed(credentialsId);
    }

    /** IANA zone whose days its all-day events are, and whose clock its floating times, such as {@code Asia/Tokyo}. */
    public String getZone() {
        return zone;
    }

    /**
     * @param zone iANA zone whose days its all-day events are, and whose clock its floating times, such as
     *     {@code Asia/Tokyo}
     */
    @DataBoundSetter
    public void setZone(String zone) {
        this.zone = TrackerEntry.trimmed(zone);
        InvalidEntry.check("The calendar \"" + name + "\"", "zone", () -> ZoneId.of(this.zone));
    }

    /**
     * Titles or categories of events during which deploys are allowed, divided by commas; {@code *} stands for any
     * text.
     */
    public String getWindowEvents() {
        return windowEvents;
    }

    /**
     * @param windowEvents titles or categories of events during which deploys are allowed, divided by commas;
     *     {@code *} stands for any text
     */
    @DataBoundSetter
    public void setWindowEvents(String windowEvents) {
        this.windowEvents = TrackerEntry.trimmed(windowEvents);
    }

    /**
     * Titles or categories of events during which nothing is deployed, divided by commas; {@code *} stands for any
     * text, alone for a calendar of holidays.
     */
    public String getFreezeEvents() {
        return freezeEvents;
    }

    /**
     * @param freezeEvents titles or categories of events during which nothing is deployed, divided by commas;
     *     {@code *} stands for any text, alone for a calendar of holidays
     */
    @DataBoundSetter
    public void setFreezeEvents(String freezeEvents) {
        this.freezeEvents = TrackerEntry.trimmed(freezeEvents);
    }

    /** What the forms of all kinds share. */
    public abstract static class CalendarDescriptor extends Descriptor<CalendarEntry> {
        /** Checks the field {@code name} while somebody fills the form in. */
        @POST
        public FormValidation doCheckName(@QueryParameter String value) {
            return FormChecks.required(value);
        }

        /** Checks the field {@code zone} while somebody fills the form in. */
        @POST
        public FormValidation doCheckZone(@QueryParameter String value) {
            if (!Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
                return FormValidation.ok();
            }
            boolean known = ZoneId.getAvailableZoneIds().contains(TrackerEntry.trimmed(value));
            return known ? FormValidation.ok() : FormValidation.error(Messages.CalendarEntry_zone());
        }

        /** What can be chosen for the field {@code credentialsId}. */
        @POST
        public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId) {
            return FormChecks.credentials(credentialsId);
        }
    }
}
