package io.jenkins.plugins.itgc.testbed.sandbox.yaml;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A world as written: what GitHub, Jira, Redmine, Slack and calendars hold, and how badly they answer.
 *
 * @param clock an instant at which the world stands (each write moves it on by a second), or "now" for the real time
 * @param latency added to each answer: the injected round trip
 * @param tokens token to login of its owner
 * @param users people and machines, by GitHub login
 * @param groups group name to the logins in it; the same groups exist in Jira and in Redmine
 * @param repositories GitHub repositories by full name, "owner/name"
 * @param calendars by name
 * @param databases by name
 */
public record WorldYaml(
        String clock,
        Duration latency,
        Map<String, String> tokens,
        Map<String, UserYaml> users,
        Map<String, List<String>> groups,
        Map<String, RepositoryYaml> repositories,
        JiraYaml jira,
        RedmineYaml redmine,
        SlackYaml slack,
        Map<String, CalendarYaml> calendars,
        Map<String, DatabaseYaml> databases,
        List<FaultYaml> faults) {

    /** Fills in what was left out. */
    public WorldYaml {
        latency = latency == null ? Duration.ZERO : latency;
        tokens = Defaults.map(tokens);
        users = Defaults.map(users);
        groups = Defaults.map(groups);
        repositories = Defaults.map(repositories);
        slack = slack == null ? SlackYaml.DEFAULT : slack;
        calendars = Defaults.map(calendars);
        databases = Defaults.map(databases);
        faults = Defaults.list(faults);
    }
}
