package io.jenkins.plugins.itgc.slack;

import io.jenkins.plugins.itgc.people.Account;

/**
 * Somebody in Slack. Names in Slack are chosen freely, so they are never looked at.
 *
 * @param team id of the workspace
 * @param user id of the user
 */
public record SlackUser(String team, String user) {
    /** Their account in Slack. */
    public Account account() {
        return Account.slack(team, user);
    }
}
