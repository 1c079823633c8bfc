package io.jenkins.plugins.itgc.testbed.sandbox.github.graphql;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.validation.Validator;
import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.github.Links;
import io.jenkins.plugins.itgc.testbed.sandbox.github.RateBudget;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Answer;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Endpoint;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Json;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Request;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Answers POST .../graphql. */
public final class GraphQlEndpoint implements Endpoint {
    private static final TypeReference<Map<String, Object>> VARIABLES = new TypeReference<>() {};

    private final GraphQL graphQl = GraphQL.newGraphQL(GitHubSchema.get())
            .defaultDataFetcherExceptionHandler(new ProblemHandler())
            .build();
    private final World world;
    private final Links links;
    private final RateBudget budget;

    /** Over that world. */
    public GraphQlEndpoint(World world, Links links, RateBudget budget) {
        this.world = world;
        this.links = links;
        this.budget = budget;
    }

    @Override
    public Answer answer(Request request) {
        JsonNode body = request.json();
        String query = body.path("query").asText("");
        if (query.isEmpty()) {
            return Answer.json(
                    400, Json.object().put("message", "A query attribute must be specified and must be a string."));
        }
        String operation = body.path("operationName").isTextual()
                ? body.get("operationName").asText()
                : null;
        Map<String, Object> variables = body.path("variables").isObject()
                ? Json.MAPPER.convertValue(body.get("variables"), VARIABLES)
                : Map.of();
        try {
            Asking.Cost cost = cost(query, operation, variables);
            budget.use(cost.points());
            Asking asking = new Asking(world, links, request.caller(), budget, cost);
            return Answer.json(200, execute(query, operation, variables, asking).toSpecification());
        } catch (GraphQlProblem e) {
            return Answer.json(
                    200,
                    Map.of("errors", List.of(new GitHubError(e.type(), e.getMessage(), null, null).toSpecification())));
        }
    }

    /** A query that is not valid costs nothing; what is wrong with it is told when it is executed. */
    private static Asking.Cost cost(String query, String operation, Map<String, Object> variables) {
        try {
            Document document = new Parser().parseDocument(query);
            boolean valid = new Validator()
                    .validateDocument(GitHubSchema.get(), document, Locale.ROOT)
                    .isEmpty();
            return valid ? QueryCost.of(GitHubSchema.get(), document, operation, variables) : new Asking.Cost(1, 0);
        } catch (InvalidSyntaxException e) {
            return new Asking.Cost(1, 0);
        } catch (graphql.GraphQLException e) {
            return new Asking.Cost(1, 0);
        }
    }

    private ExecutionResult execute(String query, String operation, Map<String, Object> variables, Asking asking) {
        return graphQl.execute(ExecutionInput.newExecutionInput(query)
                .operationName(operation)
                .variables(variables)
                .root(new Nodes.Root())
                .graphQLContext(context -> context.put(Asking.class, asking))
                .build());
    }

    private static final class ProblemHandler implements DataFetcherExceptionHandler {
        @Override
        public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
                DataFetcherExceptionHandlerParameters failed) {
            return CompletableFuture.completedFuture(
                    DataFetcherExceptionHandlerResult.newResult(error(failed)).build());
        }

        private static GraphQLError error(DataFetcherExceptionHandlerParameters failed) {
            Throwable cause = failed.getException();
            String type = cause instanceof GraphQlProblem problem ? problem.type() : "SANDBOX_FAILURE";
            String message = cause instanceof GraphQlProblem ? cause.getMessage() : cause.toString();
            return new GitHubError(type, message, failed.getPath(), failed.getSourceLocation());
        }
    }
}
