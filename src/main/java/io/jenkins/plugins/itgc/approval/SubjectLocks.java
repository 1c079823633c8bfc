package io.jenkins.plugins.itgc.approval;

/** One who reads and writes about a subject at a time. */
final class SubjectLocks {
    private static final Object[] LOCKS = new Object[64];

    static {
        for (int i = 0; i < LOCKS.length; i++) {
            LOCKS[i] = new Object();
        }
    }

    private SubjectLocks() {}

    static Object of(String subject) {
        return LOCKS[Math.floorMod(subject.hashCode(), LOCKS.length)];
    }
}
