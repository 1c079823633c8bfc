package io.jenkins.plugins.itgc.jenkins.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.ExtensionList;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.kohsuke.stapler.HttpResponse;

/** What the forms answer, and to whom. */
@WithJenkins
@SuppressWarnings("try") // the context is there to be closed
class FormChecksTest {
    private EnvironmentEntry.DescriptorImpl environment;
    private GitHubEntry.DescriptorImpl gitHub;
    private WindowEntry.DescriptorImpl window;

    @BeforeEach
    void peopleWithAndWithoutRights(JenkinsRule jenkins) {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin")
                .grant(Jenkins.READ)
                .everywhere()
                .to("dan"));
        environment = ExtensionList.lookupSingleton(EnvironmentEntry.DescriptorImpl.class);
        window = ExtensionList.lookupSingleton(WindowEntry.DescriptorImpl.class);
        gitHub = ExtensionList.lookupSingleton(GitHubEntry.DescriptorImpl.class);
    }

    private static ACLContext as(String user) {
        return ACL.as2(User.getById(user, true).impersonate2());
    }

    @Test
    void administratorIsToldWhatIsWrong() {
        try (ACLContext context = as("admin")) {
            assertThat(environment.doCheckRequiredApprovals("0").kind).isEqualTo(FormValidation.Kind.ERROR);
            assertThat(environment.doCheckRequiredApprovals("2").kind).isEqualTo(FormValidation.Kind.OK);
            assertThat(environment.doCheckJobs("deploys/*, orders/master").kind).isEqualTo(FormValidation.Kind.OK);
            assertThat(environment.doCheckJobs("").kind).isEqualTo(FormValidation.Kind.OK);
            assertThat(environment.doCheckJobs("deploys/[").kind).isEqualTo(FormValidation.Kind.ERROR);
            assertThat(environment.doCheckJobs(",").kind).isEqualTo(FormValidation.Kind.ERROR);
            assertThat(environment.doCheckName(" ").kind).isEqualTo(FormValidation.Kind.ERROR);
            assertThat(gitHub.doCheckApiUri("api.github.com").kind).isEqualTo(FormValidation.Kind.ERROR);
            assertThat(gitHub.doCheckApiUri("https://api.github.com").kind).isEqualTo(FormValidation.Kind.OK);
        }
    }

    @Test
    void administratorIsToldOfWhatCannotBeReadBeforeItIsSaved() {
        try (ACLContext context = as("admin")) {
            assertThat(environment.doCheckMigrationFiles("**.sql, [").kind).isEqualTo(FormValidation.Kind.ERROR);
            assertThat(environment.doCheckMigrationFiles("**.sql").kind).isEqualTo(FormValidation.Kind.OK);
            assertThat(environment.doCheckTicketMarker("::").kind).isEqualTo(FormValidation.Kind.ERROR);
            assertThat(environment.doCheckTicketMarker("").kind).isEqualTo(FormValidation.Kind.OK);
            assertThat(environment.doCheckRequiredGates("window").kind).isEqualTo(FormValidation.Kind.ERROR);
            assertThat(window.doCheckMaxAge("long").kind).isEqualTo(FormValidation.Kind.ERROR);
            assertThat(window.doCheckMaxAge("").kind).isEqualTo(FormValidation.Kind.OK);
            assertThat(window.doCheckWindows("sometimes").kind).isEqualTo(FormValidation.Kind.ERROR);
        }
    }

    @Test
    void administratorIsWarnedOfNamesThatNothingHas() {
        try (ACLContext context = as("admin")) {
            assertThat(environment.doCheckTrackers("jria").kind).isEqualTo(FormValidation.Kind.WARNING);
            assertThat(environment.doCheckTrackers("jria").renderHtml()).contains("jria");
            assertThat(environment.doCheckTrackers("").kind).isEqualTo(FormValidation.Kind.OK);
            assertThat(environment.doCheckDeployAfter("stagin").kind).isEqualTo(FormValidation.Kind.WARNING);
            assertThat(window.doCheckCalendars("releases").kind).isEqualTo(FormValidation.Kind.WARNING);
        }
    }

    @Test
    void jiraNeedsAnAddressUnlessASiteOfTheJiraPluginBringsIt() {
        JiraTracker.DescriptorImpl jira = ExtensionList.lookupSingleton(JiraTracker.DescriptorImpl.class);
        try (ACLContext context = as("admin")) {
            assertThat(jira.doCheckUrl("", "").kind).isEqualTo(FormValidation.Kind.ERROR);
            assertThat(jira.doCheckUrl("", "office").kind).isEqualTo(FormValidation.Kind.OK);
            assertThat(jira.doCheckUrl("jira", "office").kind).isEqualTo(FormValidation.Kind.ERROR);
            assertThat(jira.doCheckUrl("https://jira.example", "").kind).isEqualTo(FormValidation.Kind.OK);
        }
    }

    /** Stapler answers whoever saves the form with what it cannot bind, when that can answer for itself. */
    @Test
    void whoSavesWhatMakesNoSenseIsAnsweredWithASentence() {
        assertThatThrownBy(() -> new EnvironmentEntry("production").setRequiredApprovals(0))
                .isInstanceOf(HttpResponse.class)
                .hasMessage("The environment \"production\" has no valid \"requiredApprovals\":"
                        + " ask for at least 1 approval, not 0.");
    }

    @Test
    void whoMayNotConfigureLearnsNothing() {
        try (ACLContext context = as("dan")) {
            assertThat(environment.doCheckRequiredApprovals("0").kind).isEqualTo(FormValidation.Kind.OK);
            assertThat(environment.doCheckJobs("deploys/[").kind).isEqualTo(FormValidation.Kind.OK);
            assertThat(gitHub.doCheckApiUri("nonsense").kind).isEqualTo(FormValidation.Kind.OK);
            assertThat(environment.doCheckMigrationFiles("[").kind).isEqualTo(FormValidation.Kind.OK);
            assertThat(environment.doCheckTrackers("jria").kind).isEqualTo(FormValidation.Kind.OK);
            ListBoxModel credentials = gitHub.doFillCredentialsIdItems("chosen");
            assertThat(credentials).extracting(option -> option.value).containsExactly("chosen");
        }
    }
}
