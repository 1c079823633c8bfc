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

    public String getName() {
        return name;
    }

    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = TrackerEntry.trimmed(credentialsId);
    }

    public String getZone() {
        return zone;
    }

    @DataBoundSetter
    public void setZone(String zone) {
        this.zone = TrackerEntry.trimmed(zone);
        InvalidEntry.check("The calendar \"" + name + "\"", "zone", () -> ZoneId.of(this.zone));
    }

    public String getWindowEvents() {
        return windowEvents;
    }

    @DataBoundSetter
    public void setWindowEvents(String windowEvents) {
        this.windowEvents = TrackerEntry.trimmed(windowEvents);
    }

    public String getFreezeEvents() {
        return freezeEvents;
    }

    @DataBoundSetter
    public void setFreezeEvents(String freezeEvents) {
        this.freezeEvents = TrackerEntry.trimmed(freezeEvents);
    }

    /** What the forms of all kinds share. */
    public abstract static class CalendarDescriptor extends Descriptor<CalendarEntry> {
        @POST
        public FormValidation doCheckName(@QueryParameter String value) {
            return FormChecks.required(value);
        }

        @POST
        public FormValidation doCheckZone(@QueryParameter String value) {
            if (!Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
                return FormValidation.ok();
            }
            boolean known = ZoneId.getAvailableZoneIds().contains(TrackerEntry.trimmed(value));
            return known ? FormValidation.ok() : FormValidation.error(Messages.CalendarEntry_zone());
        }

        @POST
        public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId) {
            return FormChecks.credentials(credentialsId);
        }
    }
}
