package io.jenkins.plugins.itgc.testbed.sandbox.github;

import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Answer;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Credentials;
import io.jenkins.plugins.itgc.testbed.sandbox.http.HttpProblem;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Json;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Request;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Routes;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Site;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;

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
    public boolean answers(String path) {
        return path.startsWith("/github/api/");
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
        if (request.header("authorization").isEmpty()) {
            throw new HttpProblem(401, "Requires authentication");
        }
        return Credentials.caller(world, request).orElseThrow(() -> new HttpProblem(401, "Bad credentials"));
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
