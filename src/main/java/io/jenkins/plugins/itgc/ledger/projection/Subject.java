package io.jenkins.plugins.itgc.ledger.projection;

/** Takes apart what entries are filed under: {@code owner/name@commit in environment}. */
final class Subject {
    private Subject() {}

    static String repository(String subject) {
        int end = subject.indexOf('@');
        return end < 0 ? "" : subject.substring(0, end);
    }

    static String commit(String subject) {
        int start = subject.indexOf('@');
        int end = subject.indexOf(' ', Math.max(start, 0));
        return start < 0 ? "" : subject.substring(start + 1, end < 0 ? subject.length() : end);
    }

    /** The environment, or null. */
    static String environment(String subject) {
        int in = subject.lastIndexOf(" in ");
        return in < 0 ? null : subject.substring(in + 4);
    }
}
