package io.jenkins.plugins.itgc.testbed.sandbox.github;

import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.github.graphql.GraphQlEndpoint;
import io.jenkins.plugins.itgc.testbed.sandbox.github.rest.RestRoutes;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Routes;

/** Every path of GitHub that is answered. */
record GitHubRoutes(World world, Links links, RateBudget core, RateBudget graphql) {
    Routes routes() {
        Routes routes = new Routes();
        routes.on("POST", "/github/api/graphql", new GraphQlEndpoint(world, links, graphql));
        new RestRoutes(world, links, core, graphql).addTo(routes);
        return routes;
    }
}
