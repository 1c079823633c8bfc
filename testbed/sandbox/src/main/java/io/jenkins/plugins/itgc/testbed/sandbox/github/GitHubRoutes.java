package io.jenkins.plugins.itgc.testbed.sandbox.github;

import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.github.graphql.GraphQlEndpoint;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Routes;

/** Every path of GitHub that is answered. */
record GitHubRoutes(World world, Links links, RateBudget core, RateBudget graphql) {
    static final String V3 = "/github/api/v3";

    Routes routes() {
        Routes routes = new Routes();
        GraphQlEndpoint queries = new GraphQlEndpoint(world, links, graphql);
        routes.on("POST", "/github/api/graphql", queries);
        return routes;
    }
}
