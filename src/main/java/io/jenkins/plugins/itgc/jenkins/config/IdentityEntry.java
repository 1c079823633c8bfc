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

    public String getGitHub() {
        return gitHub;
    }

    public List<TrackerAccount> getAccounts() {
        return accounts;
    }

    @DataBoundSetter
    public void setAccounts(List<TrackerAccount> accounts) {
        this.accounts = accounts == null ? new ArrayList<>() : new ArrayList<>(accounts);
    }

    public String getEmail() {
        return email;
    }

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

        @POST
        public FormValidation doCheckGitHub(@QueryParameter String value) {
            return FormChecks.required(value);
        }
    }
}
