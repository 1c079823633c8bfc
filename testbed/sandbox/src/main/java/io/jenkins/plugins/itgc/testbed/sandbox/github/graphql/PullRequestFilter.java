package io.jenkins.plugins.itgc.testbed.sandbox.github.graphql;

import graphql.schema.DataFetchingEnvironment;
import io.jenkins.plugins.itgc.testbed.sandbox.model.PullRequest;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The arguments of a list of pull requests. */
record PullRequestFilter(DataFetchingEnvironment env) {

    List<PullRequest> of(Collection<PullRequest> all) {
        return all.stream().filter(this::fits).sorted(order()).toList();
    }

    private boolean fits(PullRequest pull) {
        List<String> states = env.getArgument("states");
        List<String> labels = env.getArgument("labels");
        String head = env.getArgument("headRefName");
        String base = env.getArgument("baseRefName");
        return (states == null || states.contains(state(pull)))
                && (labels == null || labels.stream().anyMatch(pull.labels()::contains))
                && (head == null || head.equals(pull.head()))
                && (base == null || base.equals(pull.base()));
    }

    private Comparator<PullRequest> order() {
        Map<String, String> order = env.getArgument("orderBy");
        if (order == null) {
            return Comparator.comparing(PullRequest::number);
        }
        Comparator<PullRequest> by =
                switch (order.get("field")) {
                    case "CREATED_AT" -> Comparator.comparing(PullRequest::createdAt);
                    case "UPDATED_AT" -> Comparator.comparing(PullRequest::updatedAt);
                    default ->
                        throw new GraphQlProblem(
                                "NOT_MODELLED", "The sandbox does not order by " + order.get("field") + ".");
                };
        return "DESC".equals(order.get("direction")) ? by.reversed() : by;
    }

    /** GraphQL's PullRequestState. */
    static String state(PullRequest pull) {
        if (pull.merge().isPresent()) {
            return "MERGED";
        }
        return pull.closedAt().isPresent() ? "CLOSED" : "OPEN";
    }
}
