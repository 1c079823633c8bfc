package io.jenkins.plugins.itgc.testbed.sandbox.yaml;

import io.jenkins.plugins.itgc.testbed.sandbox.model.AccountKind;
import java.util.List;

/**
 * Somebody or something that acts in the world.
 *
 * @param name full name; default: the login
 * @param emails addresses by which GitHub attributes commits; default: login@example.com
 * @param repeat makes that many users, with {n} in the login, the name and the addresses replaced by 1, 2, ...
 */
public record UserYaml(
        String name,
        List<String> emails,
        AccountKind kind,
        JiraAccountYaml jira,
        RedmineAccountYaml redmine,
        Integer repeat) {

    /** Fills in what was left out. */
    public UserYaml {
        kind = Defaults.or(kind, AccountKind.USER);
        jira = Defaults.or(jira, new JiraAccountYaml(null, null, true));
        redmine = Defaults.or(redmine, new RedmineAccountYaml(null, null));
        repeat = Defaults.or(repeat, 1);
    }

    /** A user of whom nothing but the login is told. */
    public static UserYaml plain() {
        return new UserYaml(null, null, null, null, null, null);
    }

    /**
     * The same person in Jira.
     *
     * @param accountId default: "jira:" and the login
     * @param accountType atlassian, app or customer; default: atlassian for people, app for bots
     */
    public record JiraAccountYaml(String accountId, String accountType, Boolean active) {
        /** Fills in what was left out. */
        public JiraAccountYaml {
            active = Defaults.or(active, true);
        }
    }

    /** The same person in Redmine; default: a number in the order of the file, and the same login. */
    public record RedmineAccountYaml(Integer id, String login) {}
}
