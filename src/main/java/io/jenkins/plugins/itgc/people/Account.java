package io.jenkins.plugins.itgc.people;

import java.util.Locale;
import java.util.Objects;

/**
 * An account of somebody in one system. The name that people see is never compared.
 *
 * @param system {@link #GITHUB}, {@link #JENKINS}, {@link #SLACK} or the name of a ticket tracker
 * @param id the system's own stable identifier; in Slack team and user, as in {@code T024/U07}
 */
public record Account(String system, String id) {
    public static final String GITHUB = "github";
    public static final String JENKINS = "jenkins";
    public static final String SLACK = "slack";

    public Account {
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(id, "id");
        id = system.equals(GITHUB) ? id.toLowerCase(Locale.ROOT) : id;
    }

    public static Account gitHub(String login) {
        return new Account(GITHUB, login);
    }

    public static Account jenkins(String userId) {
        return new Account(JENKINS, userId);
    }

    /** A Slack user; the same user id in another team is somebody else. */
    public static Account slack(String team, String user) {
        return new Account(SLACK, team + "/" + user);
    }

    @Override
    public String toString() {
        return id + " (" + system + ")";
    }
}
