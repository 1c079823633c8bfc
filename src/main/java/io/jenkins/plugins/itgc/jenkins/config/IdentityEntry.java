package io.jenkins.plugins.itgc.jenkins.config;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.itgc.people.Account;
import io.jenkins.plugins.itgc.people.People;
import io.jenkins.plugins.itgc.people.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** One person's accounts in several systems. */
public class IdentityEntry extends AbstractDescribableImpl<IdentityEntry> {
    private final String gitHub;
    private List<TrackerAccount> accounts = new ArrayList<>();
    private String email = "";

    /** @param gitHub the person's GitHub login */
    @DataBoundConstructor
    public IdentityEntry(String gitHub) {
        this.gitHub = TrackerEntry.trimmed(gitHub);
        InvalidEntry.unless(!this.gitHub.isEmpty(), "A person", "gitHub", "give the login at GitHub");
    }

    People.Known known() {
        Set<Account> all = accounts.stream()
                .map(account -> new Account(account.getTracker(), account.getAccount()))
                .collect(Collectors.toSet());
        return new People.Known(new Person(gitHub), all, email);
    }

    /** The person's GitHub login. */
    public String getGitHub() {
        return gitHub;
    }

    /** The person's accounts in ticket trackers, in Jenkins and in Slack, and further logins at GitHub. */
    public List<TrackerAccount> getAccounts() {
        return accounts;
    }

    /**
     * @param accounts the person's accounts in ticket trackers, in Jenkins and in Slack, and further logins at
     *     GitHub
     */
    @DataBoundSetter
    public void setAccounts(List<TrackerAccount> accounts) {
        this.accounts = accounts == null ? new ArrayList<>() : new ArrayList<>(accounts);
    }

    /** An address by which Slack accounts are found: only one that Slack itself has confirmed counts. */
    public String getEmail() {
        return email;
    }

    /** @param email an address by which Slack accounts are found: only one that Slack itself has confirmed counts */
    @DataBoundSetter
    public void setEmail(String email) {
        this.email = TrackerEntry.trimmed(email);
    }

    /** Describes the entry to forms and to configuration as code. */
    @Extension
    public static class DescriptorImpl extends Descriptor<IdentityEntry> {
        @Override
        public String getDisplayName() {
            return Messages.IdentityEntry_displayName();
        }

        /** Checks the field {@code gitHub} while somebody fills the form in. */
        @POST
        public FormValidation doCheckGitHub(@QueryParameter String value) {
            return FormChecks.required(value);
        }
    }
}
