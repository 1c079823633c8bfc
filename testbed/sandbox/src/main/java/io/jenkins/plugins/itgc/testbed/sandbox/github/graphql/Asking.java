package io.jenkins.plugins.itgc.testbed.sandbox.github.graphql;

import graphql.schema.DataFetchingEnvironment;
import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.github.Links;
import io.jenkins.plugins.itgc.testbed.sandbox.github.RateBudget;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;

/** Who asks whom, and what the question costs. */
record Asking(World world, Links links, Account viewer, RateBudget budget, Cost cost) {
    /** Points and nodes of the query. */
    record Cost(int points, int nodes) {}

    static Asking of(DataFetchingEnvironment env) {
        return env.getGraphQlContext().get(Asking.class);
    }
}
