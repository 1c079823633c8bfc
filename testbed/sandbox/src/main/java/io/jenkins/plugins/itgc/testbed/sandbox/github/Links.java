package io.jenkins.plugins.itgc.testbed.sandbox.github;

import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import io.jenkins.plugins.itgc.testbed.sandbox.model.PullRequest;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Repository;
import java.net.URI;

/** Addresses in the form of a GitHub Enterprise server. */
public record Links(URI base) {
    /** Web pages. */
    public String web() {
        return base + "/github";
    }

    /** Root of REST. */
    public String api() {
        return base + "/github/api/v3";
    }

    /** Page of a repository. */
    public String web(Repository repository) {
        return web() + "/" + repository.fullName();
    }

    /** REST resource of a repository. */
    public String api(Repository repository) {
        return api() + "/repos/" + repository.fullName();
    }

    /** Page of a pull request. */
    public String web(PullRequest pull) {
        return web(pull.repository()) + "/pull/" + pull.number();
    }

    /** REST resource of a pull request. */
    public String api(PullRequest pull) {
        return api(pull.repository()) + "/pulls/" + pull.number();
    }

    /** Page of a person. */
    public String web(Account account) {
        return web() + "/" + account.login();
    }

    /** A picture of a person, which nobody serves. */
    public String avatar(Account account) {
        return web() + "/avatars/u/" + account.id();
    }
}
