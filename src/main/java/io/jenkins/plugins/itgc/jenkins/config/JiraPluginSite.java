package io.jenkins.plugins.itgc.jenkins.config;

import io.jenkins.plugins.itgc.review.policy.InvalidPolicy;

/**
 * A site that the Jira plugin has configured already.
 *
 * @param url its address
 * @param credentialsId its credentials; empty when it has none
 */
record JiraPluginSite(String url, String credentialsId) {
    /** @throws InvalidPolicy when the Jira plugin is not there or has no such site */
    static JiraPluginSite named(String name) {
        if (!installed()) {
            throw new InvalidPolicy("site", "the Jira plugin is not installed, so it has no site \"" + name + "\"");
        }
        return JiraPluginSites.find(name)
                .orElseThrow(() -> new InvalidPolicy("site", "the Jira plugin has no site \"" + name + "\""));
    }

    /** The Jira plugin is optional: its classes are only touched when they are there. */
    private static boolean installed() {
        try {
            Class.forName("hudson.plugins.jira.JiraGlobalConfiguration", false, JiraPluginSite.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
