package io.jenkins.plugins.itgc.testbed.controller.http;

import io.jenkins.plugins.itgc.testbed.controller.jelly.JellyPage;
import io.jenkins.plugins.itgc.testbed.controller.jelly.Surroundings;
import java.io.IOException;
import java.util.Optional;

/** The pages of plugins' own objects that are written in Jelly. */
final class View {
    private View() {}

    /** Draws the page of this name; null when the object has none. */
    static Object render(Step step, String name) throws IOException {
        if (!name.matches("[a-z]+")) {
            return null;
        }
        // What the controller draws around a view's own part is the frame of the page.
        boolean tab = step.node instanceof hudson.model.View && name.equals("index");
        Optional<JellyPage> page = JellyPage.of(step.node, tab ? "main" : name);
        if (page.isEmpty()) {
            return null;
        }
        boolean nothingElse = !step.request.hasMore() || (step.request.take().equals(name) && !step.request.hasMore());
        if (!nothingElse) {
            return null;
        }
        if (redirected(step)) {
            return Step.ANSWERED;
        }
        Surroundings around = new Surroundings(step.request.getContextPath(), Crumbs.FIELD, Crumbs.of(step.request));
        JellyPage.Drawn drawn = page.get().draw(around);
        Answers.html(step.response, 200, Pages.of(step.request).plugin(drawn));
        return Step.ANSWERED;
    }

    /** As Stapler does, so that relative addresses on the page mean the same everywhere. */
    private static boolean redirected(Step step) throws IOException {
        String uri = step.request.getRequestURI();
        if (uri.endsWith("/") || step.request.getQueryString() != null) {
            return false;
        }
        step.response.sendRedirect(uri + "/");
        return true;
    }
}
