package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.review.facts.Account;
import java.util.Set;

/** Reads whether somebody may write to a repository. */
final class Permissions {
    private static final Set<String> WRITING = Set.of("admin", "write");

    private final GitHubApi api;

    Permissions(GitHubApi api) {
        this.api = api;
    }

    boolean mayPush(RepositoryId repository, Account account) throws EvidenceUnavailable, InterruptedException {
        String path =
                "/repos/" + repository + "/collaborators/" + PathSegments.encodedValue(account.login()) + "/permission";
        return api.find(path, "the permission of " + account.login(), json -> WRITING.contains(json.text("permission")))
                .orElse(false);
    }
}
