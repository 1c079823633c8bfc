package io.jenkins.plugins.itgc.testbed.sandbox.operation;

import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.model.JiraIssue;
import io.jenkins.plugins.itgc.testbed.sandbox.model.RedmineIssue;
import java.util.List;

/** Something happens to a ticket. */
public sealed interface TicketOperation extends Operation {

    /**
     * A Jira ticket moves to another status.
     *
     * @param to name of the status
     */
    record TransitionTicket(String key, String to, String by) implements TicketOperation {
        @Override
        public void applyTo(World world) {
            JiraIssue issue = world.jira().issues().get(Required.parameter(key, "key"));
            if (issue == null) {
                throw new IllegalArgumentException("there is no ticket '" + key + "'");
            }
            if (!world.jira().statuses().contains(Required.parameter(to, "to"))) {
                throw new IllegalArgumentException(
                        "'" + to + "' is not one of " + world.jira().statuses());
            }
            issue.changed(new JiraIssue.HistoryEntry(
                    world.ids().next(),
                    world.accounts().known(Required.parameter(by, "by")),
                    world.clock().tick(),
                    List.of(new JiraIssue.Item("status", issue.status(), to))));
        }
    }

    /**
     * A Redmine ticket moves to another status.
     *
     * @param to name of the status
     */
    record TransitionIssue(int issue, String to, String by, String notes) implements TicketOperation {
        @Override
        public void applyTo(World world) {
            RedmineIssue target = world.redmine().issues().get(issue);
            if (target == null) {
                throw new IllegalArgumentException("there is no issue " + issue);
            }
            world.redmine().statusId(Required.parameter(to, "to"));
            target.changed(new RedmineIssue.Journal(
                    world.ids().next(),
                    world.accounts().known(Required.parameter(by, "by")),
                    world.clock().tick(),
                    Required.or(notes, ""),
                    List.of(new RedmineIssue.Detail("status_id", target.status(), to))));
        }
    }
}
