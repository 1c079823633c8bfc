package io.jenkins.plugins.itgc.review.facts;

import java.util.Locale;
import java.util.Objects;

/**
 * An account of the code host.
 *
 * @param login its name, compared without regard to case
 * @param kind what is behind it
 */
public record Account(String login, Kind kind) {
    /** What is behind an account. */
    public enum Kind {
        /** A person's user account. */
        HUMAN,
        /** An app or a bot account. */
        BOT,
        /** The account was deleted; nobody can say who it was. */
        GHOST,
        /** An organisation, an imported placeholder, or a kind that this version does not know. */
        OTHER
    }

    /** Stands for a deleted account, as GitHub shows it. */
    public static final Account GHOST = new Account("ghost", Kind.GHOST);

    public Account {
        Objects.requireNonNull(login, "login");
        Objects.requireNonNull(kind, "kind");
    }

    /** A person's user account. */
    public static Account human(String login) {
        return new Account(login, Kind.HUMAN);
    }

    /** Whether a person is behind it: only people review and approve. */
    public boolean human() {
        return kind == Kind.HUMAN;
    }

    /** The form to compare and to look up by. */
    public String key() {
        return login.toLowerCase(Locale.ROOT);
    }

    /** Whether it has the same login, in any case of letters; what is behind it does not matter. */
    public boolean sameAs(Account other) {
        return key().equals(other.key());
    }
}
