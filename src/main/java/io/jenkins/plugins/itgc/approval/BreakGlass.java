package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.people.Account;
import io.jenkins.plugins.itgc.people.Person;
import java.time.Instant;

/**
 * Break-glass was invoked for a change.
 *
 * @param subject the change and the environment
 * @param opened who, and why
 * @param confirmed the second person; null while there is none
 * @param reviewBy until when somebody else must have looked at it; null while it is not confirmed
 * @param reviewed whether somebody has
 */
public record BreakGlass(String subject, Word opened, Word confirmed, Instant reviewBy, boolean reviewed) {
    /**
     * What somebody said.
     *
     * @param person who
     * @param account by which account
     * @param groups the groups they are in
     * @param reason why
     * @param at when
     */
    public record Word(Person person, Account account, java.util.Set<String> groups, String reason, Instant at) {
        public Word {
            groups = java.util.Set.copyOf(groups);
        }
    }

    /** Whether the review afterwards was missed. */
    public boolean overdue(Instant now) {
        return confirmed != null && !reviewed && now.isAfter(reviewBy);
    }
}
