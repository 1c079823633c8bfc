package io.jenkins.plugins.itgc.testbed.sandbox.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Everything in Redmine but its users. Issues may be changed. */
public record RedmineSite(
        Map<String, String> projects,
        List<String> trackers,
        List<String> statuses,
        Set<String> closedStatuses,
        TreeMap<Integer, RedmineIssue> issues,
        List<Membership> memberships) {
    /** A user's roles in a project. */
    public record Membership(long id, String login, String project, List<String> roles) {}

    /** Redmine's number of a name in a list, from 1. */
    public static int number(Iterable<String> names, String name) {
        int number = 1;
        for (String known : names) {
            if (known.equals(name)) {
                return number;
            }
            number++;
        }
        throw new IllegalArgumentException("'" + name + "' is not one of " + names);
    }

    /** Number of a status. */
    public int statusId(String name) {
        return number(statuses, name);
    }
}
