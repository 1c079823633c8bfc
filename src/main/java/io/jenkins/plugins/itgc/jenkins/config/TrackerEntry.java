package io.jenkins.plugins.itgc.jenkins.config;

import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.itgc.approval.Account;
import io.jenkins.plugins.itgc.review.policy.InvalidPolicy;
import io.jenkins.plugins.itgc.review.policy.Tracker;
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

    protected TrackerEntry(String name) {
        this.name = name == null ? "" : name.trim();
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
            throw new InvalidPolicy("name", "\"" + name + "\" cannot be the name of a tracker; identity entries use it");
        }
        return new Tracker(
                name, kind(), parsedAddress(), Words.of(projects), Words.of(approvedStatuses), managersGroup);
    }

    private URI parsedAddress() {
        try {
            return URI.create(address());
        } catch (IllegalArgumentException e) {
            throw new InvalidPolicy("url", "the address of the tracker \"" + name + "\" is malformed", e);
        }
    }

    /** Accounts that are no people. */
    public Set<String> robotAccounts() {
        return Words.of(robots);
    }

    public String getName() {
        return name;
    }

    public String getUrl() {
        return url;
    }

    @DataBoundSetter
    public void setUrl(String url) {
        this.url = trimmed(url);
    }

    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = trimmed(credentialsId);
    }

    public String getProjects() {
        return projects;
    }

    @DataBoundSetter
    public void setProjects(String projects) {
        this.projects = trimmed(projects);
    }

    public String getApprovedStatuses() {
        return approvedStatuses;
    }

    @DataBoundSetter
    public void setApprovedStatuses(String approvedStatuses) {
        this.approvedStatuses = trimmed(approvedStatuses);
    }

    public String getManagersGroup() {
        return managersGroup;
    }

    @DataBoundSetter
    public void setManagersGroup(String managersGroup) {
        this.managersGroup = trimmed(managersGroup);
    }

    public String getRobots() {
        return robots;
    }

    @DataBoundSetter
    public void setRobots(String robots) {
        this.robots = trimmed(robots);
    }

    static String trimmed(String text) {
        return text == null ? "" : text.trim();
    }

    /** What the forms of all products share. */
    public abstract static class TrackerDescriptor extends Descriptor<TrackerEntry> {
        @POST
        public FormValidation doCheckProjects(@QueryParameter String value) {
            return FormChecks.required(value);
        }

        @POST
        public FormValidation doCheckApprovedStatuses(@QueryParameter String value) {
            return FormChecks.required(value);
        }

        @POST
        public FormValidation doCheckManagersGroup(@QueryParameter String value) {
            return FormChecks.required(value);
        }

        @POST
        public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId) {
            return FormChecks.credentials(credentialsId);
        }
    }
}
