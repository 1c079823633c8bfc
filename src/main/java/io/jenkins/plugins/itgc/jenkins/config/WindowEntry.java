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

    public String getWindows() {
        return windows;
    }

    @DataBoundSetter
    public void setWindows(String windows) {
        this.windows = TrackerEntry.trimmed(windows);
        InvalidEntry.check(ENTRY, "windows", () -> rules(this.windows));
    }

    public String getFreezes() {
        return freezes;
    }

    @DataBoundSetter
    public void setFreezes(String freezes) {
        this.freezes = TrackerEntry.trimmed(freezes);
        InvalidEntry.check(ENTRY, "freezes", () -> rules(this.freezes));
    }

    public String getCalendars() {
        return calendars;
    }

    @DataBoundSetter
    public void setCalendars(String calendars) {
        this.calendars = TrackerEntry.trimmed(calendars);
    }

    public String getMinRemaining() {
        return minRemaining;
    }

    @DataBoundSetter
    public void setMinRemaining(String minRemaining) {
        this.minRemaining = TrackerEntry.trimmed(minRemaining);
        InvalidEntry.check(ENTRY, "minRemaining", () -> Lengths.parse(this.minRemaining, "minRemaining", null));
    }

    public String getWaitAtMost() {
        return waitAtMost;
    }

    @DataBoundSetter
    public void setWaitAtMost(String waitAtMost) {
        this.waitAtMost = TrackerEntry.trimmed(waitAtMost);
        InvalidEntry.check(ENTRY, "waitAtMost", () -> Lengths.parse(this.waitAtMost, "waitAtMost", null));
    }

    public boolean isRefuseAtOnce() {
        return refuseAtOnce;
    }

    @DataBoundSetter
    public void setRefuseAtOnce(boolean refuseAtOnce) {
        this.refuseAtOnce = refuseAtOnce;
    }

    public String getMaxAge() {
        return maxAge;
    }

    @DataBoundSetter
    public void setMaxAge(String maxAge) {
        this.maxAge = TrackerEntry.trimmed(maxAge);
        InvalidEntry.check(ENTRY, "maxAge", () -> Lengths.parse(this.maxAge, "maxAge", null));
    }

    public String getMaxSkew() {
        return maxSkew;
    }

    @DataBoundSetter
    public void setMaxSkew(String maxSkew) {
        this.maxSkew = TrackerEntry.trimmed(maxSkew);
        InvalidEntry.check(ENTRY, "maxSkew", () -> Lengths.parse(this.maxSkew, "maxSkew", null));
    }

    public boolean isPlannedDates() {
        return plannedDates;
    }

    @DataBoundSetter
    public void setPlannedDates(boolean plannedDates) {
        this.plannedDates = plannedDates;
    }

    public String getOverriders() {
        return overriders;
    }

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

        @POST
        public FormValidation doCheckWindows(@QueryParameter String value) {
            return FormChecks.usable(value, WindowEntry::rules);
        }

        @POST
        public FormValidation doCheckFreezes(@QueryParameter String value) {
            return FormChecks.usable(value, WindowEntry::rules);
        }

        @POST
        public FormValidation doCheckMinRemaining(@QueryParameter String value) {
            return FormChecks.usable(value, text -> Lengths.parse(text, "minRemaining", null));
        }

        @POST
        public FormValidation doCheckWaitAtMost(@QueryParameter String value) {
            return FormChecks.usable(value, text -> Lengths.parse(text, "waitAtMost", null));
        }

        @POST
        public FormValidation doCheckMaxAge(@QueryParameter String value) {
            return FormChecks.usable(value, text -> Lengths.parse(text, "maxAge", null));
        }

        @POST
        public FormValidation doCheckMaxSkew(@QueryParameter String value) {
            return FormChecks.usable(value, text -> Lengths.parse(text, "maxSkew", null));
        }

        @POST
        public FormValidation doCheckCalendars(@QueryParameter String value) {
            return FormChecks.configured(value, ItgcConfiguration.get().getCalendars(), CalendarEntry::getName);
        }
    }
}
