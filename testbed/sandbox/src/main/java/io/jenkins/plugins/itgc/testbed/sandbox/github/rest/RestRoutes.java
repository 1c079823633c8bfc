package io.jenkins.plugins.itgc.testbed.sandbox.github.rest;

import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.github.Links;
import io.jenkins.plugins.itgc.testbed.sandbox.github.RateBudget;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Routes;

/** Every REST path that is answered. */
public record RestRoutes(World world, Links links, RateBudget core, RateBudget graphql) {
    static final String ROOT = "/github/api/v3";
    static final String REPOSITORY = ROOT + "/repos/{owner}/{repo}";

    /** Adds them; the more special come first. */
    public void addTo(Routes routes) {
        Rest rest = new Rest(world, links);
        new RepositoryPaths(rest, core, graphql).addTo(routes);
        new AccountPaths(rest).addTo(routes);
        new RefPaths(rest).addTo(routes);
        new PullRequestPaths(rest).addTo(routes);
        new ReviewPaths(rest).addTo(routes);
        new ActivityPaths(rest).addTo(routes);
        new ContentPaths(rest).addTo(routes);
        new CheckPaths(rest).addTo(routes);
        new DeploymentPaths(rest).addTo(routes);
        new CommentPaths(rest).addTo(routes);
        new CommitPaths(rest).addTo(routes);
    }
}
