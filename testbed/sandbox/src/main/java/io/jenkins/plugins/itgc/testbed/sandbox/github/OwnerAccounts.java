package io.jenkins.plugins.itgc.testbed.sandbox.github;

import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import io.jenkins.plugins.itgc.testbed.sandbox.model.AccountKind;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Repository;
import java.util.List;

/** Owners of repositories: users of the world, or organizations that are known by nothing but owning something. */
public record OwnerAccounts(World world) {
    /** The account that owns a repository. */
    public Account of(Repository repository) {
        return world.accounts().find(repository.owner()).orElseGet(() -> organization(repository.owner()));
    }

    private Account organization(String login) {
        long id = 500_000L + Math.floorMod(login.hashCode(), 100_000);
        return new Account(
                id,
                login,
                login,
                List.of(login + "@example.com"),
                AccountKind.ORGANIZATION,
                new Account.JiraAccount("jira:" + login, "app", false),
                new Account.RedmineAccount(0, login));
    }
}
