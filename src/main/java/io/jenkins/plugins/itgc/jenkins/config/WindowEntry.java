package io.jenkins.plugins.itgc.jenkins.config;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.itgc.text.Lengths;
import io.jenkins.plugins.itgc.text.Words;
import io.jenkins.plugins.itgc.window.CalendarRule;
import io.jenkins.plugins.itgc.window.TimeRule;
import io.jenkins.plugins.itgc.window.WindowPolicy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** When an environment may be deployed to. */
public class WindowEntry extends AbstractDescribableImpl<WindowEntry> {
    private static final String ENTRY = "The deploy window of an environment";

    private String windows = "";
    private String freezes = "";
    private String calendars = "";
    private String minRemaining = "0m";
    private String waitAtMost = "";
    private boolean refuseAtOnce;
    private String maxAge = "60m";
    private String maxSkew = "30s";
    private boolean plannedDates = true;
    private String overriders = "";

    /** With what each field has when nobody fills it in. */
    @DataBoundConstructor
    public WindowEntry() {}

    /**
     * What a pipeline asks for beyond the configuration: only more, never less.
     *
     * @param minRemaining null for what the configuration says
     * @param waitAtMost null for what the configuration says
     * @param waits whether to wait for it to open; null for what the configuration says
     */
    public record Wish(String minRemaining, String waitAtMost, Boolean waits) {
        /** Nothing differs from the configuration. */
        public static final Wish NONE = new Wish(null, null, null);
    }

    /** @throws IllegalArgumentException when a field cannot be read */
    WindowPolicy policy(String environment, List<CalendarRule> known, Wish wish) {
        Duration configured = Lengths.parse(minRemaining, "minRemaining", Duration.ZERO);
        Duration wished = Lengths.parse(wish.minRemaining(), "minRemaining", Duration.ZERO);
        String patience = wish.waitAtMost() == null ? waitAtMost : wish.waitAtMost();
        return new WindowPolicy(
                environment,
                rules(windows),
                rules(freezes),
                known,
                configured.compareTo(wished) > 0 ? configured : wished,
                Lengths.parse(patience, "waitAtMost", null),
                wish.waits() == null ? !refuseAtOnce : wish.waits(),
                Lengths.parse(maxAge, "maxAge", WindowPolicy.MAX_AGE),
                Lengths.parse(maxSkew, "maxSkew", WindowPolicy.MAX_SKEW),
                plannedDates);
    }

    private static List<TimeRule> rules(String text) {
        return Arrays.stream(text.split("\\R", -1))
                .map(String::trim)
                .filter(line -> !line.isEmpty())
                .map(TimeRule::parse)
                .toList();
    }

    /** Names of the calendars that count; empty for all. */
    Set<String> calendarNames() {
        return Words.of(calendars);
    }

    /** Whether the events of a calendar count here. */
    public boolean counts(String calendar) {
        return calendarNames().isEmpty() || calendarNames().contains(calendar);
    }

    /** Ids of users and names of groups who may deploy although it is closed. */
    public Set<String> mayOverride() {
        return Words.of(overriders);
    }

    /**
     * Times at which the environment may be deployed to, one a line, such as {@code MON-THU 10:00-17:00 Asia/Tokyo}
     * or {@code SUN 02:30+30m Europe/Amsterdam}.
     */
    public String getWindows() {
        return windows;
    }

    /**
     * @param windows times at which the environment may be deployed to, one a line, such as
     *     {@code MON-THU 10:00-17:00 Asia/Tokyo} or {@code SUN 02:30+30m Europe/Amsterdam}
     */
    @DataBoundSetter
    public void setWindows(String windows) {
        this.windows = TrackerEntry.trimmed(windows);
        InvalidEntry.check(ENTRY, "windows", () -> rules(this.windows));
    }

    /**
     * Times at which nothing is deployed whatever opens it, one a line: days such as
     * {@code 2026-12-24 to 2027-01-02 Europe/Amsterdam Year's end}, every year such as
     * {@code 12-24 to 01-02 Europe/Amsterdam}, or weekly such as {@code FRI 15:00-24:00 Asia/Tokyo}.
     */
    public String getFreezes() {
        return freezes;
    }

    /**
     * @param freezes times at which nothing is deployed whatever opens it, one a line: days such as
     *     {@code 2026-12-24 to 2027-01-02 Europe/Amsterdam Year's end}, every year such as
     *     {@code 12-24 to 01-02 Europe/Amsterdam}, or weekly such as {@code FRI 15:00-24:00 Asia/Tokyo}
     */
    @DataBoundSetter
    public void setFreezes(String freezes) {
        this.freezes = TrackerEntry.trimmed(freezes);
        InvalidEntry.check(ENTRY, "freezes", () -> rules(this.freezes));
    }

    /** Names of the calendars whose events count here, divided by commas. */
    public String getCalendars() {
        return calendars;
    }

    /** @param calendars names of the calendars whose events count here, divided by commas */
    @DataBoundSetter
    public void setCalendars(String calendars) {
        this.calendars = TrackerEntry.trimmed(calendars);
    }

    /** How long it must still be open when a deploy begins, such as {@code 30m}. */
    public String getMinRemaining() {
        return minRemaining;
    }

    /** @param minRemaining how long it must still be open when a deploy begins, such as {@code 30m} */
    @DataBoundSetter
    public void setMinRemaining(String minRemaining) {
        this.minRemaining = TrackerEntry.trimmed(minRemaining);
        InvalidEntry.check(ENTRY, "minRemaining", () -> Lengths.parse(this.minRemaining, "minRemaining", null));
    }

    /** How long a build waits for it to open, such as {@code 8h} or {@code 3d}. */
    public String getWaitAtMost() {
        return waitAtMost;
    }

    /** @param waitAtMost how long a build waits for it to open, such as {@code 8h} or {@code 3d} */
    @DataBoundSetter
    public void setWaitAtMost(String waitAtMost) {
        this.waitAtMost = TrackerEntry.trimmed(waitAtMost);
        InvalidEntry.check(ENTRY, "waitAtMost", () -> Lengths.parse(this.waitAtMost, "waitAtMost", null));
    }

    /** Ends the build at once when it is closed. */
    public boolean isRefuseAtOnce() {
        return refuseAtOnce;
    }

    /** @param refuseAtOnce ends the build at once when it is closed */
    @DataBoundSetter
    public void setRefuseAtOnce(boolean refuseAtOnce) {
        this.refuseAtOnce = refuseAtOnce;
    }

    /** How long the last good copy of a calendar counts while the calendar cannot be read. */
    public String getMaxAge() {
        return maxAge;
    }

    /** @param maxAge how long the last good copy of a calendar counts while the calendar cannot be read */
    @DataBoundSetter
    public void setMaxAge(String maxAge) {
        this.maxAge = TrackerEntry.trimmed(maxAge);
        InvalidEntry.check(ENTRY, "maxAge", () -> Lengths.parse(this.maxAge, "maxAge", null));
    }

    /** How far the controller's clock may be from that of a calendar's server. */
    public String getMaxSkew() {
        return maxSkew;
    }

    /** @param maxSkew how far the controller's clock may be from that of a calendar's server */
    @DataBoundSetter
    public void setMaxSkew(String maxSkew) {
        this.maxSkew = TrackerEntry.trimmed(maxSkew);
        InvalidEntry.check(ENTRY, "maxSkew", () -> Lengths.parse(this.maxSkew, "maxSkew", null));
    }

    /** Waits until the date in the line {@code Deploy-Date: 2026-11-25 10:00 Asia/Tokyo} of a carried pull request. */
    public boolean isPlannedDates() {
        return plannedDates;
    }

    /**
     * @param plannedDates waits until the date in the line {@code Deploy-Date: 2026-11-25 10:00 Asia/Tokyo} of a
     *     carried pull request
     */
    @DataBoundSetter
    public void setPlannedDates(boolean plannedDates) {
        this.plannedDates = plannedDates;
    }

    /**
     * Ids of users and names of groups, divided by commas, who may let one change through although it is closed,
     * with a reason that is kept.
     */
    public String getOverriders() {
        return overriders;
    }

    /**
     * @param overriders ids of users and names of groups, divided by commas, who may let one change through although
     *     it is closed, with a reason that is kept
     */
    @DataBoundSetter
    public void setOverriders(String overriders) {
        this.overriders = TrackerEntry.trimmed(overriders);
    }

    /** Describes the entry to forms and to configuration as code. */
    @Extension
    public static class DescriptorImpl extends Descriptor<WindowEntry> {
        @Override
        public String getDisplayName() {
            return Messages.WindowEntry_displayName();
        }

        /** Checks the field {@code windows} while somebody fills the form in. */
        @POST
        public FormValidation doCheckWindows(@QueryParameter String value) {
            return FormChecks.usable(value, WindowEntry::rules);
        }

        /** Checks the field {@code freezes} while somebody fills the form in. */
        @POST
        public FormValidation doCheckFreezes(@QueryParameter String value) {
            return FormChecks.usable(value, WindowEntry::rules);
        }

        /** Checks the field {@code minRemaining} while somebody fills the form in. */
        @POST
        public FormValidation doCheckMinRemaining(@QueryParameter String value) {
            return FormChecks.usable(value, text -> Lengths.parse(text, "minRemaining", null));
        }

        /** Checks the field {@code waitAtMost} while somebody fills the form in. */
        @POST
        public FormValidation doCheckWaitAtMost(@QueryParameter String value) {
            return FormChecks.usable(value, text -> Lengths.parse(text, "waitAtMost", null));
        }

        /** Checks the field {@code maxAge} while somebody fills the form in. */
        @POST
        public FormValidation doCheckMaxAge(@QueryParameter String value) {
            return FormChecks.usable(value, text -> Lengths.parse(text, "maxAge", null));
        }

        /** Checks the field {@code maxSkew} while somebody fills the form in. */
        @POST
        public FormValidation doCheckMaxSkew(@QueryParameter String value) {
            return FormChecks.usable(value, text -> Lengths.parse(text, "maxSkew", null));
        }

        /** Checks the field {@code calendars} while somebody fills the form in. */
        @POST
        public FormValidation doCheckCalendars(@QueryParameter String value) {
            return FormChecks.configured(value, ItgcConfiguration.get().getCalendars(), CalendarEntry::getName);
        }
    }
}
