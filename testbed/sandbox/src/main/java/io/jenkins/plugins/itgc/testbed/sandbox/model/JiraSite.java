package io.jenkins.plugins.itgc.testbed.sandbox.model;

import io.jenkins.plugins.itgc.testbed.sandbox.yaml.JiraYaml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything in Jira but its users. Issues may be changed. */
public record JiraSite(
        JiraYaml.Deployment deployment,
        Map<String, String> projects,
        List<String> statuses,
        LinkedHashMap<String, JiraIssue> issues) {
    /** Identifier of a status: its position in the workflow. */
    public String statusId(String name) {
        return Integer.toString(10_001 + statuses.indexOf(name));
    }
}
