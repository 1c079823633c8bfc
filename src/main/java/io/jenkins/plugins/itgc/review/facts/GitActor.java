package io.jenkins.plugins.itgc.review.facts;

import org.jspecify.annotations.Nullable;

/**
 * A name in a commit: its author, a co-author or its committer. Name and e-mail are whatever somebody typed.
 *
 * @param name as in the commit
 * @param email as in the commit
 * @param account whom the code host attributes it to; null when it attributes it to nobody
 */
public record GitActor(String name, String email, @Nullable Account account) {
    /** Whether the code host says which account it was; a deleted account names nobody. */
    public boolean attributed() {
        return account != null && account.kind() != Account.Kind.GHOST;
    }

    @Override
    public String toString() {
        return name + " <" + email + ">";
    }
}
