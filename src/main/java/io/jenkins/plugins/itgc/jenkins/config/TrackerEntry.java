package io.jenkins.plugins.itgc.jenkins.config;

import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.people.Account;
import io.jenkins.plugins.itgc.review.policy.InvalidPolicy;
import io.jenkins.plugins.itgc.review.policy.Tracker;
import io.jenkins.plugins.itgc.text.Words;
import java.net.URI;
import java.util.Set;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A ticket tracker and what a ticket in it must be. */
public abstract class TrackerEntry extends AbstractDescribableImpl<TrackerEntry> {
    /** Identity entries name accounts of these systems beside those of trackers. */
    private static final Set<String> RESERVED = Set.of(Account.GITHUB, Account.JENKINS, Account.SLACK);

    private final String name;
    private String url = "";
    private String credentialsId = "";
    private String projects = "";
    private String approvedStatuses = "";
    private String managersGroup = "";
    private String robots = "";

    /** @param name what other parts of the configuration call this tracker */
    protected TrackerEntry(String name) {
        this.name = trimmed(name);
        InvalidEntry.unless(!this.name.isEmpty(), "A ticket tracker", "name", "give it a name such as jira");
        InvalidEntry.unless(
                !RESERVED.contains(this.name), inWords(), "name", "identity entries use that name for themselves");
    }

    /** What it is called at the beginning of a sentence. */
    private String inWords() {
        return "The ticket tracker \"" + name + "\"";
    }

    /** @throws InvalidEntry when something is missing; an address that is known elsewhere is not looked up */
    void check() {
        InvalidEntry.unless(addressIsElsewhere() || !url.isEmpty(), inWords(), "url", "give its http(s) address");
        setProjects(projects);
        setApprovedStatuses(approvedStatuses);
        setManagersGroup(managersGroup);
    }

    private void required(String words, String key, String problem) {
        InvalidEntry.unless(!Words.of(words).isEmpty(), inWords(), key, problem);
    }

    /** Whether {@link #address} is known from elsewhere. */
    protected boolean addressIsElsewhere() {
        return false;
    }

    /** Which product it is. */
    protected abstract Tracker.Kind kind();

    /** The address to use, which a product may know from elsewhere. */
    protected String address() {
        return url;
    }

    /** The credentials to use, which a product may know from elsewhere. */
    public String credentials() {
        return credentialsId;
    }

    /** @throws InvalidPolicy when the entry is not complete */
    public Tracker tracker() {
        if (RESERVED.contains(name)) {
            throw new InvalidPolicy("name", Message.of("review.policy.tracker-reserved", name));
        }
        return new Tracker(
                name, kind(), parsedAddress(), Words.of(projects), Words.of(approvedStatuses), managersGroup);
    }

    private URI parsedAddress() {
        try {
            return URI.create(address());
        } catch (IllegalArgumentException e) {
            throw new InvalidPolicy("url", Message.of("review.policy.tracker-malformed", name), e);
        }
    }

    /** Accounts that are no people. */
    public Set<String> robotAccounts() {
        return Words.of(robots);
    }

    /** What other parts of the configuration call this tracker. */
    public String getName() {
        return name;
    }

    /** Address of its front page, without anything behind it. */
    public String getUrl() {
        return url;
    }

    /**
     * @param url address of its front page, without anything behind it
     * @throws InvalidEntry when it makes no sense; the message says why
     */
    @DataBoundSetter
    public void setUrl(String url) {
        this.url = trimmed(url);
        InvalidEntry.unless(
                this.url.isEmpty() || FormChecks.isAddress(this.url),
                inWords(),
                "url",
                "\"" + this.url + "\" is no http(s) address");
    }

    /** The API key of an administrator as secret text. */
    public String getCredentialsId() {
        return credentialsId;
    }

    /** @param credentialsId the API key of an administrator as secret text */
    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = trimmed(credentialsId);
    }

    /** Projects whose tickets count, divided by commas: identifiers, as in the address of the project. */
    public String getProjects() {
        return projects;
    }

    /**
     * @param projects projects whose tickets count, divided by commas: identifiers, as in the address of the project
     */
    @DataBoundSetter
    public void setProjects(String projects) {
        this.projects = trimmed(projects);
        required(this.projects, "projects", "name the projects whose tickets count");
    }

    /** Statuses that mean that a manager approved, divided by commas. */
    public String getApprovedStatuses() {
        return approvedStatuses;
    }

    /** @param approvedStatuses Statuses that mean that a manager approved, divided by commas */
    @DataBoundSetter
    public void setApprovedStatuses(String approvedStatuses) {
        this.approvedStatuses = trimmed(approvedStatuses);
        required(this.approvedStatuses, "approvedStatuses", "name the statuses that mean a manager approved");
    }

    /** The tracker's group whose members may approve. */
    public String getManagersGroup() {
        return managersGroup;
    }

    /** @param managersGroup the tracker's group whose members may approve */
    @DataBoundSetter
    public void setManagersGroup(String managersGroup) {
        this.managersGroup = trimmed(managersGroup);
        required(this.managersGroup, "managersGroup", "name the group whose members may approve tickets");
    }

    /** Accounts that are no people, divided by commas. */
    public String getRobots() {
        return robots;
    }

    /** @param robots accounts that are no people, divided by commas */
    @DataBoundSetter
    public void setRobots(String robots) {
        this.robots = trimmed(robots);
    }

    static String trimmed(String text) {
        return text == null ? "" : text.trim();
    }

    /** What the forms of all products share. */
    public abstract static class TrackerDescriptor extends Descriptor<TrackerEntry> {
        /** Checks the field {@code name} while somebody fills the form in. */
        @POST
        public FormValidation doCheckName(@QueryParameter String value) {
            return FormChecks.required(value);
        }

        /** Checks the field {@code projects} while somebody fills the form in. */
        @POST
        public FormValidation doCheckProjects(@QueryParameter String value) {
            return FormChecks.required(value);
        }

        /** Checks the field {@code approvedStatuses} while somebody fills the form in. */
        @POST
        public FormValidation doCheckApprovedStatuses(@QueryParameter String value) {
            return FormChecks.required(value);
        }

        /** Checks the field {@code managersGroup} while somebody fills the form in. */
        @POST
        public FormValidation doCheckManagersGroup(@QueryParameter String value) {
            return FormChecks.required(value);
        }

        /** What can be chosen for the field {@code credentialsId}. */
        @POST
        public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId) {
            return FormChecks.credentials(credentialsId);
        }
    }
}
