package io.jenkins.plugins.itgc.testbed.controller.casc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import com.cloudbees.plugins.credentials.domains.URIRequirementBuilder;
import hudson.model.Item;
import hudson.model.User;
import hudson.plugins.jira.JiraGlobalConfiguration;
import hudson.security.ACL;
import hudson.security.ACLContext;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ConfigurationTest {
    private static void load(String yaml) throws Exception {
        Configuration.loadText("jenkins.yaml", yaml);
    }

    @Test
    void readsUsersAndPermissions(JenkinsRule jenkins) throws Exception {
        load("""
                jenkins:
                  systemMessage: "Hello"
                  securityRealm:
                    local:
                      users:
                        - {id: ann, name: Ann Admin, password: a}
                        - {id: bob, password: b}
                  authorizationStrategy:
                    globalMatrix:
                      entries:
                        - user: {name: ann, permissions: [Overall/Administer]}
                        - group: {name: authenticated, permissions: [Overall/Read, Job/Read]}
                """);

        assertThat(Jenkins.get().getSystemMessage()).isEqualTo("Hello");
        assertThat(User.getById("ann", false).getFullName()).isEqualTo("Ann Admin");
        try (ACLContext asBob = ACL.as(User.getById("bob", false))) {
            assertThat(asBob).isNotNull();
            assertThat(Jenkins.get().hasPermission(Jenkins.ADMINISTER)).isFalse();
            assertThat(Jenkins.get().hasPermission(Item.READ)).isTrue();
        }
        try (ACLContext asAnn = ACL.as(User.getById("ann", false))) {
            assertThat(asAnn).isNotNull();
            assertThat(Jenkins.get().hasPermission(Item.BUILD)).isTrue();
        }
    }

    @Test
    void readsCredentialsForTheirHosts(JenkinsRule jenkins) throws Exception {
        System.setProperty("CASC_TEST_SECRET", "from outside");
        load("""
                credentials:
                  system:
                    domainCredentials:
                      - credentials:
                          - string: {scope: GLOBAL, id: token, secret: "${CASC_TEST_SECRET}"}
                          - string: {scope: GLOBAL, id: other, secret: "${NOT_SET_ANYWHERE:-fallback}"}
                      - domain:
                          name: github
                          specifications: [{hostnameSpecification: {includes: "api.example.org"}}]
                        credentials:
                          - usernamePassword: {scope: GLOBAL, id: gh, username: bot, password: pw}
                """);

        assertThat(secret("token")).isEqualTo("from outside");
        assertThat(secret("other")).isEqualTo("fallback");
        assertThat(passwordFor("https://api.example.org/x")).hasSize(1);
        assertThat(passwordFor("https://evil.example.com/")).isEmpty();
    }

    private static String secret(String id) {
        return CredentialsProvider.findCredentialByIdInItemGroup(
                        id, StringCredentials.class, Jenkins.get(), ACL.SYSTEM2, List.of())
                .getSecret()
                .getPlainText();
    }

    private static List<StandardUsernamePasswordCredentials> passwordFor(String url) {
        return CredentialsProvider.lookupCredentialsInItemGroup(
                StandardUsernamePasswordCredentials.class,
                Jenkins.get(),
                ACL.SYSTEM2,
                URIRequirementBuilder.fromUri(url).build());
    }

    @Test
    void configuresGlobalConfigurationsBySymbol(JenkinsRule jenkins) throws Exception {
        load("""
                unclassified:
                  location: {url: "https://ci.example.org/jenkins"}
                  jiraGlobalConfiguration:
                    sites:
                      - url: https://jira.example.org
                        timeout: 5
                """);

        assertThat(Jenkins.get().getRootUrl()).isEqualTo("https://ci.example.org/jenkins/");
        assertThat(JiraGlobalConfiguration.get().getSites())
                .singleElement()
                .satisfies(site -> assertThat(site.getTimeout()).isEqualTo(5));
    }

    @Test
    void namesKeyAndLineOfAMistake(JenkinsRule jenkins) {
        assertThatThrownBy(() -> load("jenkins:\n  systemMessage: x\n  sytemMessage: y\n"))
                .hasMessageContaining("jenkins.yaml, line 3, jenkins.sytemMessage: unknown key 'sytemMessage'");
        assertThatThrownBy(
                        () -> load(
                                "unclassified:\n  jiraGlobalConfiguration:\n    sites:\n      - url: https://j\n        tmeout: 5\n"))
                .hasMessageContaining("line 5")
                .hasMessageContaining("tmeout");
        assertThatThrownBy(() -> load("unclassified:\n  nothing: {}\n"))
                .hasMessageContaining("line 2")
                .hasMessageContaining("nothing");
    }
}
