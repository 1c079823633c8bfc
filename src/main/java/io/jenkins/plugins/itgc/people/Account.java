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
    /** The code host, whose logins name people everywhere; compared without regard to case. */
    public static final String GITHUB = "github";
    /** The controller, with the user ids of its security realm. */
    public static final String JENKINS = "jenkins";
    /** All Slack workspaces; the id of an account names its team too. */
    public static final String SLACK = "slack";

    /** Puts a login at the code host into lower case. */
    public Account {
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(id, "id");
        id = system.equals(GITHUB) ? id.toLowerCase(Locale.ROOT) : id;
    }

    /**
     * An account of the code host.
     *
     * @param login in any case of letters
     */
    public static Account gitHub(String login) {
        return new Account(GITHUB, login);
    }

    /**
     * A user of the controller.
     *
     * @param userId as the security realm has it; its case of letters is kept
     */
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
