package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.connect.http.Json;
import io.jenkins.plugins.itgc.deploy.HostedDeployment;
import io.jenkins.plugins.itgc.deploy.HostedDeployments;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import java.time.Instant;
import java.util.List;

/** Reads the deployments that GitHub knows of, which it lists newest first. */
final class GitHubHostedDeployments implements HostedDeployments {
    private static final int MOST_PAGES = 20;

    private final GitHubApi api;

    GitHubHostedDeployments(GitHubApi api) {
        this.api = api;
    }

    @Override
    public List<HostedDeployment> since(RepositoryId repository, String environment, Instant moment)
            throws EvidenceUnavailable, InterruptedException {
        String path = "/repos/" + repository + "/deployments?per_page=100&environment="
                + PathSegments.encodedValue(environment);
        return api
                .list(
                        path,
                        "the deployments of " + repository,
                        MOST_PAGES,
                        GitHubHostedDeployments::page,
                        last -> !last.at().isBefore(moment))
                .stream()
                .filter(deployment -> !deployment.at().isBefore(moment))
                .toList();
    }

    private static List<HostedDeployment> page(Json page) {
        return page.asList().stream()
                .map(deployment -> new HostedDeployment(
                        deployment.identifier("id"),
                        deployment.get("sha").as(CommitId::new).sha(),
                        GitHubDeployments.deployOf(deployment).orElse(null),
                        deployment
                                .optional("creator")
                                .map(by -> by.text("login"))
                                .orElse(null),
                        deployment.instant("created_at")))
                .toList();
    }
}
