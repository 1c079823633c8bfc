package io.jenkins.plugins.itgc.testbed.sandbox.github;

import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Permission;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Repository;

/** How somebody stands to a repository, in GitHub's words. */
public final class Standing {
    private Standing() {}

    /** GitHub's author association: owner, collaborator, or nobody. */
    public static String association(Repository repository, Account account) {
        if (account.login().equals(repository.owner())) {
            return "OWNER";
        }
        return repository.access().of(account) == Permission.NONE ? "NONE" : "COLLABORATOR";
    }

    /** Whether somebody can push, which GitHub tells with every review. */
    public static boolean canPush(Repository repository, Account account) {
        return account.exists() && repository.access().of(account).canPush();
    }
}
