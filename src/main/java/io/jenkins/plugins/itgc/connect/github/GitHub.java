package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.connect.http.HttpReader;
import io.jenkins.plugins.itgc.deploy.HostedDeployments;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.InParallel;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** One GitHub, seen with one set of credentials, for one run of a gate. */
public final class GitHub {
    private static final int MOST_PAGES = 50;

    private final GitHubApi api;
    private final GitHubPullRequests pullRequests;

    /** @param http reads below the REST address, such as {@code https://api.github.com} */
    public GitHub(HttpReader http, InParallel parallel) {
        this.api = new GitHubApi(http);
        this.pullRequests = new GitHubPullRequests(api, parallel);
    }

    /** Pull requests with all that a review of them rests on. */
    public GitHubPullRequests pullRequests() {
        return pullRequests;
    }

    /** How the production branch came to a commit. */
    public GitHubProductionBranch productionBranch() {
        return new GitHubProductionBranch(api);
    }

    /** Whether a commit is one that a branch stood at. */
    public GitHubBranchHead branchHead() {
        return new GitHubBranchHead(api);
    }

    /** Announces deploys as deployments. */
    public GitHubDeployments deployments() {
        return new GitHubDeployments(api);
    }

    /** The deployments that it knows of, whoever made them. */
    public HostedDeployments hostedDeployments() {
        return new GitHubHostedDeployments(api);
    }

    /** Says in the pull requests that they were deployed. */
    public GitHubDeployComments deployComments() {
        return new GitHubDeployComments(api);
    }

    /** The files of a repository at its commits. */
    public GitHubTrees trees(RepositoryId repository) {
        return new GitHubTrees(api, repository);
    }

    /** What a deploy of this repository would carry. */
    public GitHubDeployChange deployChange(RepositoryId repository) {
        return new GitHubDeployChange(api, repository);
    }

    /** The reviews that the plugin itself gives. */
    public GitHubReviews reviews() {
        return new GitHubReviews(api, pullRequests);
    }

    /** The commit statuses that the plugin itself sets. */
    public GitHubStatuses statuses() {
        return new GitHubStatuses(api);
    }

    /** The text of a file at the tip of a branch; empty when there is none. */
    public Optional<String> file(RepositoryId repository, String branch, String path)
            throws EvidenceUnavailable, InterruptedException {
        return api.content(repository, path, branch).map(content -> new String(content, StandardCharsets.UTF_8));
    }

    /** The pull requests that are open in a repository. */
    public List<OpenPullRequest> openPullRequests(RepositoryId repository)
            throws EvidenceUnavailable, InterruptedException {
        return api.list(
                "/repos/" + repository + "/pulls?state=open&per_page=100",
                "the open pull requests of " + repository,
                MOST_PAGES,
                page -> page.asList().stream()
                        .map(pull -> new OpenPullRequest(
                                pull.number("number"), pull.get("head").text("sha") + " " + pull.instant("updated_at")))
                        .toList());
    }
}
