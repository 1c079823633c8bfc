package io.jenkins.plugins.itgc.testbed.sandbox.yaml;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A Redmine site.
 *
 * @param projects identifier to name; default: those that the issues mention
 * @param statuses in order, numbered from 1; default: New, In Progress, Approved, Closed and those that the issues mention
 * @param closedStatuses default: Closed and Rejected
 * @param issues by number
 */
public record RedmineYaml(
        Map<String, String> projects,
        List<String> trackers,
        List<String> statuses,
        List<String> closedStatuses,
        Map<Integer, IssueYaml> issues,
        List<MembershipYaml> memberships) {

    /** Fills in what was left out. */
    public RedmineYaml {
        projects = Defaults.map(projects);
        trackers = Defaults.list(trackers);
        statuses = Defaults.list(statuses);
        closedStatuses = closedStatuses == null ? List.of("Closed", "Rejected") : List.copyOf(closedStatuses);
        issues = Defaults.map(issues);
        memberships = Defaults.list(memberships);
    }

    /** A ticket; status by default where its history ends, else the first one. */
    public record IssueYaml(
            String subject,
            String description,
            String project,
            String tracker,
            String status,
            String author,
            String assignee,
            Instant created,
            List<HistoryYaml> history) {
        /** Fills in what was left out. */
        public IssueYaml {
            description = Defaults.or(description, "");
            project = Defaults.or(project, "operations");
            tracker = Defaults.or(tracker, "Task");
            history = Defaults.list(history);
        }
    }

    /**
     * One journal.
     *
     * @param field attribute as Redmine names it, by default status_id, whose values are given by the status's name
     */
    public record HistoryYaml(String by, Instant at, String notes, String field, String from, String to) {
        /** Fills in what was left out. */
        public HistoryYaml {
            notes = Defaults.or(notes, "");
            field = Defaults.or(field, "status_id");
        }
    }

    /** A user's roles in a project. */
    public record MembershipYaml(String user, String project, List<String> roles) {
        /** Fills in what was left out. */
        public MembershipYaml {
            roles = Defaults.list(roles);
        }
    }
}
