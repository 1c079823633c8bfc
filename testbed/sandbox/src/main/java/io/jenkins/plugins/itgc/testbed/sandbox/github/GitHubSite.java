package io.jenkins.plugins.itgc.testbed.sandbox.github;

import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Answer;
import io.jenkins.plugins.itgc.testbed.sandbox.http.HttpProblem;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Json;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Request;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Routes;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Site;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import java.util.Locale;
import java.util.Optional;

/** GitHub's machine interfaces, in the paths of an Enterprise server. */
public final class GitHubSite implements Site {
    private static final String DOCUMENTATION = "https://docs.github.com/rest";

    private final World world;
    private final RateBudget core = new RateBudget("core");
    private final RateBudget graphql = new RateBudget("graphql");
    private final Routes routes;

    /** GitHub over that world. */
    public GitHubSite(World world, Links links) {
        this.world = world;
        this.routes = new GitHubRoutes(world, links, core, graphql).routes();
    }

    @Override
    public String prefix() {
        return "/github/api/";
    }

    /** What is answered, as "METHOD template". */
    public Routes routes() {
        return routes;
    }

    @Override
    public Answer answer(Request request) {
        boolean isGraphQl = request.path().endsWith("/graphql");
        RateBudget budget = isGraphQl ? graphql : core;
        if (!isGraphQl) {
            budget.use(1);
        }
        return limits(Conditional.of(request, routed(request)), budget);
    }

    private Answer routed(Request request) {
        try {
            Account caller = caller(request);
            Routes.Found found =
                    routes.find(request.method(), request.path()).orElseThrow(() -> new HttpProblem(404, "Not Found"));
            return found.endpoint().answer(request.from(caller).on(found.variables()));
        } catch (HttpProblem e) {
            return problem(e.status(), e.getMessage());
        } catch (IllegalArgumentException e) {
            return problem(422, "Validation Failed: " + e.getMessage());
        }
    }

    private static Answer problem(int status, String message) {
        return Answer.json(
                status,
                Json.object()
                        .put("message", message)
                        .put("documentation_url", DOCUMENTATION)
                        .put("status", Integer.toString(status)));
    }

    private Account caller(Request request) {
        String header =
                request.header("authorization").orElseThrow(() -> new HttpProblem(401, "Requires authentication"));
        return token(header).flatMap(world::owner).orElseThrow(() -> new HttpProblem(401, "Bad credentials"));
    }

    private static Optional<String> token(String header) {
        String[] parts = header.strip().split("\\s+", 2);
        boolean known = parts.length == 2 && parts[0].toLowerCase(Locale.ROOT).matches("bearer|token");
        return known ? Optional.of(parts[1]) : Optional.empty();
    }

    private static Answer limits(Answer answer, RateBudget budget) {
        return answer.with("x-ratelimit-limit", Integer.toString(RateBudget.LIMIT))
                .with("x-ratelimit-remaining", Integer.toString(budget.remaining()))
                .with("x-ratelimit-used", Integer.toString(budget.used()))
                .with("x-ratelimit-reset", Long.toString(budget.reset().getEpochSecond()))
                .with("x-ratelimit-resource", budget.resource())
                .with("x-github-media-type", "github.v3; format=json");
    }
}
