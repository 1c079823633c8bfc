package io.jenkins.plugins.itgc.jenkins.config;

import hudson.plugins.jira.JiraGlobalConfiguration;
import hudson.plugins.jira.JiraSite;
import java.util.List;
import java.util.Optional;

/** Reads the Jira plugin's own configuration; loaded only when that plugin is there. */
final class JiraPluginSites {
    private JiraPluginSites() {}

    static Optional<JiraTracker.PluginSite> find(String name) {
        List<JiraSite> sites = JiraGlobalConfiguration.get().getSites();
        return (sites == null ? List.<JiraSite>of() : sites)
                .stream()
                        .filter(site -> name.equals(site.getName()) || name.equals(String.valueOf(site.getUrl())))
                        .map(site -> new JiraTracker.PluginSite(
                                String.valueOf(site.getUrl()), TrackerEntry.trimmed(site.getCredentialsId())))
                        .findFirst();
    }
}
