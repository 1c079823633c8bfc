package io.jenkins.plugins.itgc.testbed.controller.http;

import hudson.model.UnprotectedRootAction;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerProxy;
import org.springframework.security.access.AccessDeniedException;

/** Walks from the root along the URL and lets the last object answer, by Stapler's rules. */
final class Dispatcher {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class.getName());
    private static final Set<String> OPEN =
            Set.of("login", "loginError", "logout", "j_spring_security_check", "static", "plugin", "crumbIssuer");

    private final WebRequest request;
    private final WebResponse response;

    Dispatcher(WebRequest request, WebResponse response) {
        this.request = request;
        this.response = response;
    }

    void dispatch() throws IOException, ServletException {
        try {
            if (!walk()) {
                notFound();
            }
        } catch (AccessDeniedException e) {
            denied(e);
        } catch (RuntimeException | IOException | ServletException e) {
            failed(e);
        }
    }

    private boolean walk() throws IOException, ServletException {
        Object next = request.hasMore() && isOpen(request.peek()) ? openly() : Jenkins.get();
        while (next != null && next != Step.ANSWERED) {
            Object node = proxied(next);
            if (node == null) {
                return false;
            }
            request.passes(node);
            next = new Step(request, response, node).take();
        }
        return next != null;
    }

    /** A step from the root that nobody needs permission for. */
    private Object openly() throws IOException, ServletException {
        return new Step(request, response, Jenkins.get()).take(RootPages::next);
    }

    private static boolean isOpen(String first) {
        return OPEN.contains(first)
                || Jenkins.get().getExtensionList(UnprotectedRootAction.class).stream()
                        .anyMatch(a -> first.equals(a.getUrlName()));
    }

    private static Object proxied(Object node) {
        Object current = node;
        while (current instanceof StaplerProxy proxy) {
            Object target = proxy.getTarget();
            if (target == null || target == current) {
                return target;
            }
            current = target;
        }
        return current;
    }

    private void notFound() throws IOException {
        Answers.html(response, 404, Pages.of(request).error("404", "There is no such page."));
    }

    private void denied(AccessDeniedException e) throws IOException {
        boolean askForLogin = Jenkins.ANONYMOUS2.equals(Jenkins.getAuthentication2())
                && request.getMethod().equals("GET")
                && Jenkins.get().isUseSecurity();
        if (askForLogin) {
            String from = java.net.URLEncoder.encode(request.getPathInfo(), java.nio.charset.StandardCharsets.UTF_8);
            response.setHeader("X-Error", "anonymous");
            response.sendRedirect(request.getContextPath() + "/login?from=" + from);
            return;
        }
        Answers.html(response, 403, Pages.of(request).error("403", e.getMessage()));
    }

    private void failed(Exception e) throws IOException, ServletException {
        if (e instanceof HttpResponse answer) {
            answer.generateResponse(request, response, null);
            return;
        }
        LOG.log(Level.WARNING, "The request " + request.getPathInfo() + " failed", e);
        if (!response.isCommitted()) {
            Answers.html(response, 500, Pages.of(request).error("500", "A problem occurred; the log tells more."));
        }
    }
}
