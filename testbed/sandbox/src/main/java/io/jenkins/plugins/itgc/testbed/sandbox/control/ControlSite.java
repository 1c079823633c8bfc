package io.jenkins.plugins.itgc.testbed.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.WorldFormatException;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Answer;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Json;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Request;
import io.jenkins.plugins.itgc.testbed.sandbox.http.RequestLog;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Site;
import io.jenkins.plugins.itgc.testbed.sandbox.operation.Operations;
import java.net.URI;

/** Lets people and demos change the world: POST /control/OPERATION with the operation's parameters. */
public final class ControlSite implements Site {
    private static final String PREFIX = "/control/";

    private final World world;
    private final URI base;
    private final RequestLog log;

    /** Over that world, served at that address. */
    public ControlSite(World world, URI base, RequestLog log) {
        this.world = world;
        this.base = base;
        this.log = log;
    }

    @Override
    public boolean answers(String path) {
        return path.startsWith(PREFIX);
    }

    @Override
    public boolean isCounted() {
        return false;
    }

    @Override
    public Answer answer(Request request) {
        if (isFromElsewhere(request)) {
            return refusal(403, "Only pages of the sandbox itself may call this from a browser.");
        }
        String name = request.path().substring(PREFIX.length());
        try {
            return request.method().equals("GET") ? shown(name) : changed(name, request);
        } catch (IllegalArgumentException | WorldFormatException e) {
            return refusal(400, e.getMessage());
        }
    }

    /** A page of another origin could otherwise change the world of somebody who merely visits it. */
    private boolean isFromElsewhere(Request request) {
        return request.header("origin")
                .filter(origin -> !origin.equals(base.toString()))
                .isPresent();
    }

    private Answer shown(String name) {
        if (name.equals("requests")) {
            return Answer.json(200, Json.array(log.all(), RequestJson::of));
        }
        if (name.equals("operations")) {
            ObjectNode all = Json.object();
            Operations.names().forEach(operation -> all.set(operation, RequestJson.parameters(operation)));
            return Answer.json(200, all);
        }
        return refusal(404, "GET is for 'requests' and 'operations' only.");
    }

    private Answer changed(String name, Request request) {
        if (name.equals("forget-requests")) {
            log.clear();
            return Answer.json(200, Json.object().put("done", name));
        }
        boolean isForm =
                !request.body().isEmpty() && !request.body().stripLeading().startsWith("{");
        FormFields form = isForm ? FormFields.read(request.body()) : null;
        JsonNode parameters = isForm ? form.parameters(Operations.type(name)) : request.json();
        world.apply(Operations.parse(name, parameters));
        return isForm
                ? Answer.empty(303).with("Location", form.returnPath())
                : Answer.json(200, Json.object().put("done", name));
    }

    private static Answer refusal(int status, String message) {
        return Answer.json(status, Json.object().put("error", message));
    }
}
