package io.jenkins.plugins.itgc.testbed.controller.http;

import io.jenkins.plugins.itgc.testbed.controller.ControllerRuntime;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import jenkins.model.Jenkins;

/** What stands directly below the root. */
final class RootPages {
    private static final String FILES = "io/jenkins/plugins/itgc/testbed/controller/static";

    private RootPages() {}

    static Object next(Step step) throws IOException, ServletException {
        WebRequest request = step.request;
        if (!request.hasMore()) {
            Answers.html(step.response, 200, Pages.of(request).root());
            return Step.ANSWERED;
        }
        String first = request.peek();
        return switch (first) {
            case "login", "loginError", "logout", "j_spring_security_check" -> login(step, request.take());
            case "crumbIssuer" -> crumb(step);
            case "static" -> files(step);
            case "plugin" -> plugin(step);
            case "job", "descriptorByName", "view" -> named(request);
            default -> null;
        };
    }

    private static Object login(Step step, String page) throws IOException {
        switch (page) {
            case "j_spring_security_check" -> Login.logIn(step.request, step.response);
            case "logout" -> Login.logOut(step.request, step.response);
            default ->
                Answers.html(
                        step.response,
                        page.equals("login") ? 200 : 401,
                        Pages.of(step.request).login(page.equals("loginError")));
        }
        return Step.ANSWERED;
    }

    private static Object crumb(Step step) throws IOException {
        Jenkins.get().checkPermission(Jenkins.READ);
        Answers.json(step.response, 200, Map.of("crumb", Crumbs.of(step.request), "crumbRequestField", Crumbs.FIELD));
        return Step.ANSWERED;
    }

    /** Files of the controller, or with a version in front those of a plugin as real pages link them. */
    private static Object files(Step step) throws IOException {
        step.request.take();
        Object own = StaticFiles.serve(step.request, step.response, FILES);
        if (own != null || !step.request.hasMore()) {
            return own;
        }
        step.request.take();
        return step.request.hasMore() && step.request.peek().equals("plugin") ? plugin(step) : null;
    }

    private static Object plugin(Step step) throws IOException {
        step.request.take();
        String name = step.request.hasMore() ? step.request.take() : "";
        return name.matches("[a-z0-9-]+")
                ? StaticFiles.serve(step.request, step.response, "testbed-webapp/" + name)
                : null;
    }

    private static Object named(WebRequest request) {
        String kind = request.take();
        if (!request.hasMore()) {
            return null;
        }
        String name = request.take();
        return switch (kind) {
            case "job" -> Jenkins.get().getItem(name);
            case "view" -> Jenkins.get().getView(name);
            default -> ControllerRuntime.current().extensions().descriptorById(name);
        };
    }
}
