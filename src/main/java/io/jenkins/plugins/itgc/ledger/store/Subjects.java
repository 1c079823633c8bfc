package io.jenkins.plugins.itgc.ledger.store;

/** Subjects as the tables compare them. */
final class Subjects {
    private Subjects() {}

    /** In lower case as SQLite and the collation "C" of PostgreSQL do it: letters of ASCII alone. */
    static String lower(String subject) {
        StringBuilder lower = new StringBuilder(subject.length());
        subject.chars().forEach(c -> lower.append((char) (c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c)));
        return lower.toString();
    }
}
