package io.jenkins.plugins.itgc.jenkins.config;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.itgc.approval.ApprovalPolicy;
import io.jenkins.plugins.itgc.approval.BreakGlassPolicy;
import io.jenkins.plugins.itgc.approval.InvalidQuorum;
import io.jenkins.plugins.itgc.approval.Quorum;
import io.jenkins.plugins.itgc.review.policy.InvalidPolicy;
import io.jenkins.plugins.itgc.text.Words;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.Jenkins;
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
            throw new InvalidPolicy("approval", e.getMessage(), e);
        }
    }

    private static Duration hours(int hours) {
        return Duration.ofHours(Math.max(0, hours));
    }

    public String getQuorum() {
        return quorum;
    }

    public List<ApproverGroupEntry> getGroups() {
        return groups;
    }

    @DataBoundSetter
    public void setGroups(List<ApproverGroupEntry> groups) {
        this.groups = groups == null ? new ArrayList<>() : new ArrayList<>(groups);
    }

    public List<DeputyEntry> getDeputies() {
        return deputies;
    }

    @DataBoundSetter
    public void setDeputies(List<DeputyEntry> deputies) {
        this.deputies = deputies == null ? new ArrayList<>() : new ArrayList<>(deputies);
    }

    public String getTicketStatuses() {
        return ticketStatuses;
    }

    @DataBoundSetter
    public void setTicketStatuses(String ticketStatuses) {
        this.ticketStatuses = TrackerEntry.trimmed(ticketStatuses);
    }

    public int getWaitHours() {
        return waitHours;
    }

    @DataBoundSetter
    public void setWaitHours(int waitHours) {
        InvalidEntry.unless(waitHours >= 1, ENTRY, "waitHours", "a request must wait for at least 1 hour");
        this.waitHours = waitHours;
    }

    public int getValidHours() {
        return validHours;
    }

    @DataBoundSetter
    public void setValidHours(int validHours) {
        InvalidEntry.unless(validHours >= 1, ENTRY, "validHours", "a vote must count for at least 1 hour");
        this.validHours = validHours;
    }

    public int getRemindHours() {
        return remindHours;
    }

    @DataBoundSetter
    public void setRemindHours(int remindHours) {
        this.remindHours = remindHours;
    }

    public int getEscalateHours() {
        return escalateHours;
    }

    @DataBoundSetter
    public void setEscalateHours(int escalateHours) {
        this.escalateHours = escalateHours;
    }

    public String getBreakGlassGroup() {
        return breakGlassGroup;
    }

    @DataBoundSetter
    public void setBreakGlassGroup(String breakGlassGroup) {
        this.breakGlassGroup = TrackerEntry.trimmed(breakGlassGroup);
    }

    public int getBreakGlassReviewHours() {
        return breakGlassReviewHours;
    }

    @DataBoundSetter
    public void setBreakGlassReviewHours(int breakGlassReviewHours) {
        this.breakGlassReviewHours = breakGlassReviewHours;
    }

    public String getZone() {
        return zone;
    }

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

        @POST
        public FormValidation doCheckQuorum(@QueryParameter String value) {
            if (!Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
                return FormValidation.ok();
            }
            try {
                Quorum.parse(value);
                return FormValidation.ok();
            } catch (InvalidQuorum e) {
                return FormValidation.error(e.getMessage());
            }
        }

        @POST
        public FormValidation doCheckZone(@QueryParameter String value) {
            return FormChecks.usable(TrackerEntry.trimmed(value).isEmpty() ? "UTC" : value, ZoneId::of);
        }

        @POST
        public FormValidation doCheckWaitHours(@QueryParameter String value) {
            return FormChecks.atLeastOne(value);
        }

        @POST
        public FormValidation doCheckValidHours(@QueryParameter String value) {
            return FormChecks.atLeastOne(value);
        }
    }
}
