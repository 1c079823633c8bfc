package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.people.Account;
import io.jenkins.plugins.itgc.people.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Break-glass was invoked for a change.
 *
 * @param subject the change and the environment
 * @param opened who, and why
 * @param confirmed the second person; null while there is none
 * @param reviewBy until when somebody else must have looked at it; null while it is not confirmed
 * @param reviewed whether somebody has
 */
public record BreakGlass(
        String subject,
        Word opened,
        @Nullable Word confirmed,
        @Nullable Instant reviewBy,
        boolean reviewed) {
    /**
     * What somebody said.
     *
     * @param person who
     * @param account by which account; null in entries of a demo
     * @param groups the groups they are in
     * @param reason why
     * @param at when
     */
    public record Word(
            Person person, @Nullable Account account, java.util.Set<String> groups, String reason, Instant at) {
        public Word {
            groups = java.util.Set.copyOf(groups);
        }
    }
}
