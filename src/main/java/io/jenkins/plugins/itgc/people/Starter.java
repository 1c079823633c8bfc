package io.jenkins.plugins.itgc.people;

/**
 * Who started the build.
 *
 * @param account their account; null when no person did, such as for a push
 * @param person who that is; null when no entry tells
 */
public record Starter(Account account, Person person) {
    public static Starter nobody() {
        return new Starter(null, null);
    }

    public boolean unknown() {
        return account != null && person == null;
    }
}
