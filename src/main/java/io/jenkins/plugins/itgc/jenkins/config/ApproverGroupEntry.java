package io.jenkins.plugins.itgc.jenkins.config;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.itgc.people.Group;
import io.jenkins.plugins.itgc.people.Person;
import io.jenkins.plugins.itgc.text.Words;
import java.util.stream.Collectors;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A group of approvers. */
public class ApproverGroupEntry extends AbstractDescribableImpl<ApproverGroupEntry> {
    private final String name;
    private String members = "";
    private String authorities = "";

    /** @param name name of the group, as the quorum writes it */
    @DataBoundConstructor
    public ApproverGroupEntry(String name) {
        this.name = TrackerEntry.trimmed(name);
        InvalidEntry.unless(
                !this.name.isEmpty(), "A group of approvers", "name", "give it the name that the quorum uses");
    }

    Group group() {
        return new Group(
                name, Words.of(members).stream().map(Person::new).collect(Collectors.toSet()), Words.of(authorities));
    }

    /** Name of the group, as the quorum writes it. */
    public String getName() {
        return name;
    }

    /** GitHub logins of the members, divided by commas. */
    public String getMembers() {
        return members;
    }

    /** @param members GitHub logins of the members, divided by commas */
    @DataBoundSetter
    public void setMembers(String members) {
        this.members = TrackerEntry.trimmed(members);
    }

    /** Groups of Jenkins' own security realm whose members belong to this group too. */
    public String getAuthorities() {
        return authorities;
    }

    /** @param authorities Groups of Jenkins' own security realm whose members belong to this group too */
    @DataBoundSetter
    public void setAuthorities(String authorities) {
        this.authorities = TrackerEntry.trimmed(authorities);
    }

    /** Describes the entry to forms and to configuration as code. */
    @Extension
    public static class DescriptorImpl extends Descriptor<ApproverGroupEntry> {
        @Override
        public String getDisplayName() {
            return Messages.ApproverGroupEntry_displayName();
        }

        /** Checks the field {@code name} while somebody fills the form in. */
        @POST
        public FormValidation doCheckName(@QueryParameter String value) {
            return FormChecks.required(value);
        }
    }
}
