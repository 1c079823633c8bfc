package io.jenkins.plugins.itgc.testbed.sandbox.jira;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Answer;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Credentials;
import io.jenkins.plugins.itgc.testbed.sandbox.http.HttpProblem;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Json;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Request;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Routes;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Site;
import java.net.URI;

/** Jira's REST, versions 2 and 3 side by side. */
public final class JiraSiteServer implements Site {
    private final World world;
    private final Routes routes = new Routes();

    /** Jira over that world. */
    public JiraSiteServer(World world, URI base) {
        this.world = world;
        for (int version : new int[] {2, 3}) {
            JiraJson json = new JiraJson(world, base + "/jira/rest/api/" + version, version);
            new IssuePaths(world, json, version).addTo(routes);
            new PeoplePaths(world, json, version).addTo(routes);
        }
    }

    @Override
    public boolean answers(String path) {
        return path.startsWith("/jira/rest/");
    }

    @Override
    public Answer answer(Request request) {
        try {
            Request known = request.from(Credentials.caller(world, request)
                    .orElseThrow(() -> new HttpProblem(
                            401, "You are not authenticated. Authentication required to perform this operation.")));
            Routes.Found found = routes.find(request.method(), request.path())
                    .orElseThrow(() -> new HttpProblem(404, "null for uri: " + request.path()));
            return found.endpoint().answer(known.on(found.variables()));
        } catch (HttpProblem e) {
            return problem(e.status(), e.getMessage());
        } catch (IllegalArgumentException e) {
            return problem(400, e.getMessage());
        }
    }

    private static Answer problem(int status, String message) {
        ObjectNode json = Json.object();
        json.putArray("errorMessages").add(message);
        json.putObject("errors");
        return Answer.json(status, json);
    }
}
