package io.jenkins.plugins.itgc.testbed.sandbox.model;

import io.jenkins.plugins.itgc.testbed.sandbox.git.GitHubItself;
import java.util.List;

/**
 * Somebody or something that acts, in all systems at once.
 *
 * @param id GitHub's database id
 * @param login GitHub's login; a bot's is without the "[bot]" that REST appends
 * @param emails addresses by which GitHub attributes commits; at least one
 */
public record Account(
        long id,
        String login,
        String name,
        List<String> emails,
        AccountKind kind,
        JiraAccount jira,
        RedmineAccount redmine) {

    /** Commits made in the web interface. */
    public static final Account WEB_FLOW = new Account(
            GitHubItself.ID,
            GitHubItself.LOGIN,
            "GitHub Web Flow",
            List.of(GitHubItself.EMAIL),
            AccountKind.USER,
            new JiraAccount("jira:web-flow", "app", true),
            new RedmineAccount(0, GitHubItself.LOGIN));

    /** The address that is used where a commit names the login alone. */
    public String email() {
        return emails.get(0);
    }

    /** REST's form of the login. */
    public String restLogin() {
        return kind == AccountKind.BOT ? login + "[bot]" : login;
    }

    /** Whether GitHub still knows it. */
    public boolean exists() {
        return kind != AccountKind.GHOST;
    }

    /** The same in Jira; accountType is atlassian, app or customer. */
    public record JiraAccount(String accountId, String accountType, boolean active) {}

    /** The same in Redmine. */
    public record RedmineAccount(int id, String login) {}
}
