package io.jenkins.plugins.itgc.testbed.sandbox.github.graphql;

import graphql.analysis.QueryTraverser;
import graphql.analysis.QueryVisitorFieldEnvironment;
import graphql.analysis.QueryVisitorStub;
import graphql.language.Document;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Map;

/** What a query costs by GitHub's published rules: a request for each connection, a point for each hundred requests. */
final class QueryCost {
    private static final long MOST_NODES = 500_000;

    private long requests = 1;
    private long nodes;

    private QueryCost() {}

    /**
     * @throws GraphQlProblem if the query could ask for more than half a million nodes
     */
    static Asking.Cost of(GraphQLSchema schema, Document query, String operationName, Map<String, Object> variables) {
        QueryCost cost = new QueryCost();
        QueryTraverser.newQueryTraverser()
                .schema(schema)
                .document(query)
                .operationName(operationName)
                .variables(variables)
                .build()
                .visitPreOrder(cost.new Visitor());
        if (cost.nodes > MOST_NODES) {
            throw new GraphQlProblem(
                    "MAX_NODE_LIMIT_EXCEEDED",
                    "This query requests up to " + cost.nodes + " possible nodes which exceeds the maximum limit of "
                            + MOST_NODES + ".");
        }
        return new Asking.Cost((int) Math.max(1, Math.round(cost.requests / 100.0)), (int) cost.nodes);
    }

    private final class Visitor extends QueryVisitorStub {
        @Override
        public void visitField(QueryVisitorFieldEnvironment field) {
            long size = pageSize(field);
            if (size > 0) {
                long parents = multiplicity(field.getParentEnvironment());
                requests += parents;
                nodes += parents * size;
            }
        }
    }

    private static long multiplicity(QueryVisitorFieldEnvironment field) {
        return field == null ? 1 : Math.max(1, pageSize(field)) * multiplicity(field.getParentEnvironment());
    }

    private static long pageSize(QueryVisitorFieldEnvironment field) {
        if (field.getArguments().get("ids") instanceof List<?> ids) {
            return ids.size();
        }
        Object first = field.getArguments().get("first");
        Object last = field.getArguments().get("last");
        return first instanceof Integer size ? size : last instanceof Integer size ? size : 0;
    }
}
