package io.jenkins.plugins.itgc.testbed.controller.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.kohsuke.stapler.StaplerRequest2;

/** A request with the objects on its path. */
final class WebRequest extends HttpServletRequestWrapper implements StaplerRequest2 {
    private final List<String> rest;
    private final Deque<Object> ancestors = new ArrayDeque<>();

    WebRequest(HttpServletRequest request) {
        super(request);
        rest = new ArrayList<>();
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        for (String token : path.split("/", -1)) {
            if (!token.isEmpty()) {
                rest.add(token);
            }
        }
    }

    boolean hasMore() {
        return !rest.isEmpty();
    }

    String peek() {
        return rest.get(0);
    }

    String take() {
        return rest.remove(0);
    }

    void passes(Object ancestor) {
        ancestors.push(ancestor);
    }

    @Override
    public String getRestOfPath() {
        return rest.isEmpty() ? "" : "/" + String.join("/", rest);
    }

    @Override
    public <T> T findAncestorObject(Class<T> type) {
        return ancestors.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    @Override
    public boolean hasParameter(String name) {
        return getParameter(name) != null;
    }
}
