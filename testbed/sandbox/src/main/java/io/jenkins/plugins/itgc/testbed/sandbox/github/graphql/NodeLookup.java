package io.jenkins.plugins.itgc.testbed.sandbox.github.graphql;

import graphql.GraphQLError;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import io.jenkins.plugins.itgc.testbed.sandbox.github.graphql.Nodes.CommitNode;
import io.jenkins.plugins.itgc.testbed.sandbox.github.graphql.Nodes.ReviewNode;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Ids;
import io.jenkins.plugins.itgc.testbed.sandbox.model.PullRequest;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds commits, pull requests and reviews by GitHub's global identifiers. */
final class NodeLookup {
    private static final int LIMIT = 100;

    private final List<Repository> repositories;

    private NodeLookup(Asking asking) {
        this.repositories = asking.world().repositories().values().stream()
                .filter(repository -> repository.access().visible(asking.viewer()))
                .toList();
    }

    static Object node(DataFetchingEnvironment env) {
        String id = env.getArgument("id");
        return new NodeLookup(Asking.of(env))
                .find(id)
                .orElseThrow(() -> new GraphQlProblem("NOT_FOUND", unresolved(id)));
    }

    /** What is not found is null in its place, and an error beside the data. */
    static DataFetcherResult<List<Object>> nodes(DataFetchingEnvironment env) {
        List<String> ids = env.getArgument("ids");
        if (ids.size() > LIMIT) {
            throw new GraphQlProblem(
                    "ARGUMENT_LIMIT",
                    "You may not provide more than " + LIMIT + " node ids; you provided " + ids.size());
        }
        NodeLookup lookup = new NodeLookup(Asking.of(env));
        List<Object> found = new ArrayList<>();
        List<GraphQLError> errors = new ArrayList<>();
        for (String id : ids) {
            Optional<Object> node = lookup.find(id);
            if (node.isEmpty()) {
                var path = env.getExecutionStepInfo().getPath().segment(found.size());
                errors.add(new GitHubError(
                        "NOT_FOUND", unresolved(id), path, env.getField().getSourceLocation()));
            }
            found.add(node.orElse(null));
        }
        return DataFetcherResult.<List<Object>>newResult()
                .data(found)
                .errors(errors)
                .build();
    }

    private static String unresolved(String id) {
        return "Could not resolve to a node with the global id of '" + id + "'.";
    }

    private Optional<Object> find(String id) {
        return repositories.stream()
                .flatMap(repository -> Stream.concat(
                        commit(repository, id).stream(),
                        repository.pullRequests().values().stream().flatMap(pull -> ofPull(pull, id))))
                .findFirst();
    }

    private static Optional<Object> commit(Repository repository, String id) {
        return Ids.shaOfCommit(repository, id)
                .flatMap(sha -> repository.store().resolve(sha))
                .map(sha -> CommitNode.of(repository, sha));
    }

    private static Stream<Object> ofPull(PullRequest pull, String id) {
        Stream<Object> itself = Stream.of(pull)
                .filter(found -> Ids.node("PullRequest", found.id()).equals(id))
                .map(Object.class::cast);
        Stream<Object> reviews = pull.reviews().stream()
                .filter(review -> Ids.node("PullRequestReview", review.id()).equals(id))
                .map(review -> new ReviewNode(pull, review));
        return Stream.concat(itself, reviews);
    }
}
