package io.jenkins.plugins.itgc.jenkins.config;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.people.Deputy;
import io.jenkins.plugins.itgc.people.Person;
import io.jenkins.plugins.itgc.review.policy.InvalidPolicy;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Somebody who approves for somebody else from one day to another. */
public class DeputyEntry extends AbstractDescribableImpl<DeputyEntry> {
    private final String deputy;
    private final String absent;
    private String from = "";
    private String until = "";

    /**
     * With what cannot be left out.
     *
     * @param deputy gitHub login of who approves instead
     * @param absent gitHub login of who is away
     */
    @DataBoundConstructor
    public DeputyEntry(String deputy, String absent) {
        this.deputy = TrackerEntry.trimmed(deputy);
        this.absent = TrackerEntry.trimmed(absent);
    }

    /** @throws InvalidPolicy when a date or a person is missing, or the dates are the wrong way round */
    Deputy deputy(ZoneId zone) {
        try {
            return new Deputy(
                    new Person(deputy),
                    new Person(absent),
                    LocalDate.parse(from).atStartOfDay(zone).toInstant(),
                    LocalDate.parse(until).plusDays(1).atStartOfDay(zone).toInstant());
        } catch (DateTimeException e) {
            throw new InvalidPolicy("deputies", Message.of("review.policy.deputy-days", deputy, absent), e);
        } catch (IllegalArgumentException e) {
            throw InvalidPolicy.because("deputies", e);
        }
    }

    /** GitHub login of who approves instead. */
    public String getDeputy() {
        return deputy;
    }

    /** GitHub login of who is away. */
    public String getAbsent() {
        return absent;
    }

    /** First day, such as 2026-12-24. */
    public String getFrom() {
        return from;
    }

    /** @param from first day, such as 2026-12-24 */
    @DataBoundSetter
    public void setFrom(String from) {
        this.from = TrackerEntry.trimmed(from);
    }

    /** Last day; the deputy can still approve on it. */
    public String getUntil() {
        return until;
    }

    /** @param until last day; the deputy can still approve on it */
    @DataBoundSetter
    public void setUntil(String until) {
        this.until = TrackerEntry.trimmed(until);
    }

    /** Describes the entry to forms and to configuration as code. */
    @Extension
    public static class DescriptorImpl extends Descriptor<DeputyEntry> {
        @Override
        public String getDisplayName() {
            return Messages.DeputyEntry_displayName();
        }

        /** Checks the field {@code deputy} while somebody fills the form in. */
        @POST
        public FormValidation doCheckDeputy(@QueryParameter String value) {
            return FormChecks.required(value);
        }

        /** Checks the field {@code absent} while somebody fills the form in. */
        @POST
        public FormValidation doCheckAbsent(@QueryParameter String value) {
            return FormChecks.required(value);
        }
    }
}
