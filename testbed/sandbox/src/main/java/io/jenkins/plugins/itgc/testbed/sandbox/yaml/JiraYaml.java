package io.jenkins.plugins.itgc.testbed.sandbox.yaml;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A Jira site.
 *
 * @param deployment cloud (REST v3 and accounts by id) or server (REST v2 and accounts by name); both versions are served
 * @param projects project key to name; default: the keys of the issues
 * @param statuses in order of the workflow; default: those that the issues mention
 * @param issues by key
 */
public record JiraYaml(
        Deployment deployment, Map<String, String> projects, List<String> statuses, Map<String, IssueYaml> issues) {

    /** Which of Jira's two products answers. */
    public enum Deployment {
        CLOUD,
        SERVER
    }

    /** Fills in what was left out. */
    public JiraYaml {
        deployment = Defaults.or(deployment, Deployment.CLOUD);
        projects = Defaults.map(projects);
        statuses = Defaults.list(statuses);
        issues = Defaults.map(issues);
    }

    /**
     * A ticket.
     *
     * @param status default: where its history ends, else the first status
     */
    public record IssueYaml(
            String summary,
            String description,
            String type,
            String status,
            String assignee,
            String reporter,
            Instant created,
            List<HistoryYaml> history,
            List<CommentYaml> comments) {
        /** Fills in what was left out. */
        public IssueYaml {
            description = Defaults.or(description, "");
            type = Defaults.or(type, "Task");
            history = Defaults.list(history);
            comments = Defaults.list(comments);
        }
    }

    /**
     * One entry of the changelog.
     *
     * @param by login; nothing: an anonymous or deleted account
     * @param field default: status; with from and to, the short form of one item
     * @param items for several fields changed at once
     */
    public record HistoryYaml(String by, Instant at, String field, String from, String to, List<ItemYaml> items) {
        /** Fills in what was left out. */
        public HistoryYaml {
            field = Defaults.or(field, "status");
            items = items == null ? List.of(new ItemYaml(field, from, to)) : List.copyOf(items);
        }
    }

    /** One changed field, in the words that people see. */
    public record ItemYaml(String field, String from, String to) {}

    /** A remark on a ticket. */
    public record CommentYaml(String author, String body, Instant at) {}
}
