package io.jenkins.plugins.itgc.testbed.sandbox.redmine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Answer;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Credentials;
import io.jenkins.plugins.itgc.testbed.sandbox.http.HttpProblem;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Json;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Request;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Routes;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Site;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import java.util.Optional;

/** Redmine's REST, as version 5 documents it. */
public final class RedmineServer implements Site {
    private final World world;
    private final Routes routes = new Routes();

    /** Redmine over that world. */
    public RedmineServer(World world) {
        this.world = world;
        new IssuePaths(world).addTo(routes);
        new PeoplePaths(world).addTo(routes);
    }

    @Override
    public boolean answers(String path) {
        return path.startsWith("/redmine/") && path.endsWith(".json");
    }

    @Override
    public Answer answer(Request request) {
        try {
            Request known = request.from(caller(request).orElseThrow(() -> new HttpProblem(401, "")));
            Routes.Found found =
                    routes.find(request.method(), request.path()).orElseThrow(() -> new HttpProblem(404, ""));
            return found.endpoint().answer(known.on(found.variables()));
        } catch (HttpProblem e) {
            return problem(e);
        }
    }

    private Optional<Account> caller(Request request) {
        return request.header("x-redmine-api-key").flatMap(world::owner).or(() -> Credentials.caller(world, request));
    }

    /** Redmine gives a text only with what it could not validate. */
    private static Answer problem(HttpProblem problem) {
        if (problem.getMessage().isEmpty()) {
            return Answer.empty(problem.status());
        }
        ObjectNode json = Json.object();
        json.putArray("errors").add(problem.getMessage());
        return Answer.json(problem.status(), json);
    }
}
