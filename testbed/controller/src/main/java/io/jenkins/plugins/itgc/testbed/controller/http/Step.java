package io.jenkins.plugins.itgc.testbed.controller.http;

import hudson.model.Action;
import hudson.model.Actionable;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.itgc.testbed.controller.multibranch.MultibranchFolder;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collection;
import java.util.Objects;
import jenkins.model.Jenkins;

/** One step along a URL: from an object to the next one, or to the answer. */
final class Step {
    /** The answer has been written. */
    static final Object ANSWERED = new Object();

    /** Takes a step that only a certain kind of object knows. */
    interface Route {
        Object next(Step step) throws IOException, ServletException;
    }

    final WebRequest request;
    final WebResponse response;
    final Object node;

    Step(WebRequest request, WebResponse response, Object node) {
        this.request = request;
        this.response = response;
        this.node = node;
    }

    /** The next object, {@link #ANSWERED}, or null if there is none. */
    Object take() throws IOException, ServletException {
        Object next = take(route());
        return next == null ? byReflection() : next;
    }

    /** Takes a step of one kind only. */
    Object take(Route route) throws IOException, ServletException {
        Object next = route == null ? null : route.next(this);
        return next == null ? action() : next;
    }

    private Route route() {
        if (node instanceof Jenkins) {
            return RootPages::next;
        } else if (node instanceof Job) {
            return JobPages::next;
        } else if (node instanceof MultibranchFolder) {
            return FolderPages::next;
        }
        return node instanceof Run ? BuildPages::next : null;
    }

    private Object action() {
        if (!request.hasMore()) {
            return null;
        }
        Collection<? extends Action> actions = node instanceof Jenkins root
                ? root.getActions()
                : node instanceof Actionable actionable ? actionable.getAllActions() : java.util.List.of();
        for (Action action : actions) {
            if (Objects.equals(trimmed(action.getUrlName()), request.peek())) {
                request.take();
                return action;
            }
        }
        return null;
    }

    private static String trimmed(String urlName) {
        return urlName == null ? null : urlName.replaceAll("^/+|/+$", "");
    }

    private Object byReflection() throws IOException, ServletException {
        WebMethods methods = new WebMethods(request, response, node);
        if (!request.hasMore()) {
            return methods.invoke("index") ? ANSWERED : View.render(this, "index");
        }
        String token = request.peek();
        if (methods.has(token)) {
            request.take();
            return methods.invoke(token) ? ANSWERED : null;
        }
        Object next = methods.property(token);
        return next == null ? View.render(this, token) : next;
    }
}
