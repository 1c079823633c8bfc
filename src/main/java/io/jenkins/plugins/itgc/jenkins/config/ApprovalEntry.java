package io.jenkins.plugins.itgc.jenkins.config;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.itgc.approval.ApprovalPolicy;
import io.jenkins.plugins.itgc.approval.BreakGlassPolicy;
import io.jenkins.plugins.itgc.approval.InvalidQuorum;
import io.jenkins.plugins.itgc.approval.Quorum;
import io.jenkins.plugins.itgc.gate.Worded;
import io.jenkins.plugins.itgc.review.policy.InvalidPolicy;
import io.jenkins.plugins.itgc.text.Words;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;
import org.jvnet.localizer.LocaleProvider;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Who approves deploys to an environment. */
public class ApprovalEntry extends AbstractDescribableImpl<ApprovalEntry> {
    private static final String ENTRY = "The approval of an environment";

    private final String quorum;
    private List<ApproverGroupEntry> groups = new ArrayList<>();
    private List<DeputyEntry> deputies = new ArrayList<>();
    private String ticketStatuses = "";
    private int waitHours = 72;
    private int validHours = 24;
    private int remindHours = 4;
    private int escalateHours = 24;
    private String breakGlassGroup = "";
    private int breakGlassReviewHours = 24;
    private String zone = "UTC";

    /**
     * @param quorum who must approve, such as
     *     {@code 1 of release-managers AND 1 of (dba OR sre) when a migration is carried}
     */
    @DataBoundConstructor
    public ApprovalEntry(String quorum) {
        this.quorum = TrackerEntry.trimmed(quorum);
        InvalidEntry.check(ENTRY, "quorum", () -> Quorum.parse(this.quorum));
    }

    /** @throws InvalidPolicy when a value makes no sense; the message names the key */
    ApprovalPolicy policy() {
        try {
            return new ApprovalPolicy(
                    Quorum.parse(quorum),
                    groups.stream().map(ApproverGroupEntry::group).toList(),
                    deputies.stream()
                            .map(entry -> entry.deputy(ZoneId.of(zone)))
                            .toList(),
                    Words.of(ticketStatuses),
                    new ApprovalPolicy.Limits(
                            hours(waitHours), hours(validHours), hours(remindHours), hours(escalateHours)),
                    new BreakGlassPolicy(breakGlassGroup, hours(breakGlassReviewHours)));
        } catch (InvalidPolicy e) {
            throw e;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw InvalidPolicy.because("approval", e);
        }
    }

    private static Duration hours(int hours) {
        return Duration.ofHours(Math.max(0, hours));
    }

    /** Who must approve, such as {@code 1 of release-managers AND 1 of (dba OR sre) when a migration is carried}. */
    public String getQuorum() {
        return quorum;
    }

    /** The groups that the quorum names. */
    public List<ApproverGroupEntry> getGroups() {
        return groups;
    }

    /** @param groups the groups that the quorum names */
    @DataBoundSetter
    public void setGroups(List<ApproverGroupEntry> groups) {
        this.groups = groups == null ? new ArrayList<>() : new ArrayList<>(groups);
    }

    /** Who approves for whom while somebody is away. */
    public List<DeputyEntry> getDeputies() {
        return deputies;
    }

    /** @param deputies who approves for whom while somebody is away */
    @DataBoundSetter
    public void setDeputies(List<DeputyEntry> deputies) {
        this.deputies = deputies == null ? new ArrayList<>() : new ArrayList<>(deputies);
    }

    /** Statuses by which a manager approves the deploy in the ticket. */
    public String getTicketStatuses() {
        return ticketStatuses;
    }

    /** @param ticketStatuses Statuses by which a manager approves the deploy in the ticket */
    @DataBoundSetter
    public void setTicketStatuses(String ticketStatuses) {
        this.ticketStatuses = TrackerEntry.trimmed(ticketStatuses);
    }

    /** After so many hours without a quorum the request expires. */
    public int getWaitHours() {
        return waitHours;
    }

    /**
     * @param waitHours after so many hours without a quorum the request expires
     * @throws InvalidEntry when it makes no sense; the message says why
     */
    @DataBoundSetter
    public void setWaitHours(int waitHours) {
        InvalidEntry.unless(waitHours >= 1, ENTRY, "waitHours", "a request must wait for at least 1 hour");
        this.waitHours = waitHours;
    }

    /** An approval older than this does not count. */
    public int getValidHours() {
        return validHours;
    }

    /**
     * @param validHours an approval older than this does not count
     * @throws InvalidEntry when it makes no sense; the message says why
     */
    @DataBoundSetter
    public void setValidHours(int validHours) {
        InvalidEntry.unless(validHours >= 1, ENTRY, "validHours", "a vote must count for at least 1 hour");
        this.validHours = validHours;
    }

    /** How often those who could answer are reminded; 0 for never. */
    public int getRemindHours() {
        return remindHours;
    }

    /** @param remindHours how often those who could answer are reminded; 0 for never */
    @DataBoundSetter
    public void setRemindHours(int remindHours) {
        this.remindHours = remindHours;
    }

    /** After so many hours without an answer the whole channel is notified; 0 for never. */
    public int getEscalateHours() {
        return escalateHours;
    }

    /** @param escalateHours after so many hours without an answer the whole channel is notified; 0 for never */
    @DataBoundSetter
    public void setEscalateHours(int escalateHours) {
        this.escalateHours = escalateHours;
    }

    /** Group whose members may use break-glass instead of an approval, with a reason and a second person. */
    public String getBreakGlassGroup() {
        return breakGlassGroup;
    }

    /**
     * @param breakGlassGroup Group whose members may use break-glass instead of an approval, with a reason and a
     *     second person
     */
    @DataBoundSetter
    public void setBreakGlassGroup(String breakGlassGroup) {
        this.breakGlassGroup = TrackerEntry.trimmed(breakGlassGroup);
    }

    /**
     * Somebody who took no part must review the break-glass within so many hours, or the next ordinary deploy is
     * blocked.
     */
    public int getBreakGlassReviewHours() {
        return breakGlassReviewHours;
    }

    /**
     * @param breakGlassReviewHours Somebody who took no part must review the break-glass within so many hours, or
     *     the next ordinary deploy is blocked
     */
    @DataBoundSetter
    public void setBreakGlassReviewHours(int breakGlassReviewHours) {
        this.breakGlassReviewHours = breakGlassReviewHours;
    }

    /** Time zone of the deputies' days, such as Europe/Amsterdam. */
    public String getZone() {
        return zone;
    }

    /** @param zone time zone of the deputies' days, such as Europe/Amsterdam */
    @DataBoundSetter
    public void setZone(String zone) {
        this.zone = TrackerEntry.trimmed(zone).isEmpty() ? "UTC" : TrackerEntry.trimmed(zone);
        InvalidEntry.check(ENTRY, "zone", () -> ZoneId.of(this.zone));
    }

    /** Describes the entry to forms and to configuration as code. */
    @Extension
    public static class DescriptorImpl extends Descriptor<ApprovalEntry> {
        @Override
        public String getDisplayName() {
            return Messages.ApprovalEntry_displayName();
        }

        /** Checks the field {@code quorum} while somebody fills the form in. */
        @POST
        public FormValidation doCheckQuorum(@QueryParameter String value) {
            if (!Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
                return FormValidation.ok();
            }
            try {
                Quorum.parse(value);
                return FormValidation.ok();
            } catch (InvalidQuorum e) {
                return FormValidation.error(Worded.of(e).in(LocaleProvider.getLocale()));
            }
        }

        /** Checks the field {@code zone} while somebody fills the form in. */
        @POST
        public FormValidation doCheckZone(@QueryParameter String value) {
            return FormChecks.usable(TrackerEntry.trimmed(value).isEmpty() ? "UTC" : value, ZoneId::of);
        }

        /** Checks the field {@code waitHours} while somebody fills the form in. */
        @POST
        public FormValidation doCheckWaitHours(@QueryParameter String value) {
            return FormChecks.atLeastOne(value);
        }

        /** Checks the field {@code validHours} while somebody fills the form in. */
        @POST
        public FormValidation doCheckValidHours(@QueryParameter String value) {
            return FormChecks.atLeastOne(value);
        }
    }
}
