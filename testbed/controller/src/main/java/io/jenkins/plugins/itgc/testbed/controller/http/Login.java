package io.jenkins.plugins.itgc.testbed.controller.http;

import hudson.security.SecurityRealm;
import io.jenkins.plugins.itgc.testbed.controller.ControllerRuntime;
import io.jenkins.plugins.itgc.testbed.controller.security.Authentications;
import io.jenkins.plugins.itgc.testbed.controller.security.Passwords;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import jenkins.model.Jenkins;

/** Finds out who sends a request, and lets people log in and out. */
final class Login {
    private static final String USER = "testbed.user";

    private Login() {}

    /** The sender; null if a password or token is wrong. */
    static Caller callerOf(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header != null && header.startsWith("Basic ")) {
            return byBasic(header.substring("Basic ".length()).trim());
        }
        HttpSession session = request.getSession(false);
        Object user = session == null ? null : session.getAttribute(USER);
        return new Caller(user == null ? Jenkins.ANONYMOUS2 : Authentications.ofUser(user.toString()), false);
    }

    private static Caller byBasic(String encoded) {
        String[] parts;
        try {
            parts = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).split(":", 2);
        } catch (IllegalArgumentException e) {
            return null;
        }
        if (parts.length != 2) {
            return null;
        } else if (ControllerRuntime.current().tokens().accepts(parts[0], parts[1])) {
            return new Caller(Authentications.ofUser(parts[0]), true);
        }
        return accepts(parts[0], parts[1]) ? new Caller(Authentications.ofUser(parts[0]), false) : null;
    }

    private static boolean accepts(String user, String password) {
        SecurityRealm realm = Jenkins.get().getSecurityRealm();
        return realm != SecurityRealm.NO_AUTHENTICATION && Passwords.fit(realm, user, password);
    }

    static boolean isLogin(HttpServletRequest request) {
        return "/j_spring_security_check".equals(request.getPathInfo());
    }

    /** Checks the login form and starts a new session. */
    static void logIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String user = request.getParameter("j_username");
        String password = request.getParameter("j_password");
        if (user == null || password == null || !accepts(user, password)) {
            response.sendRedirect(request.getContextPath() + "/loginError");
            return;
        }
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        request.getSession(true).setAttribute(USER, user);
        response.sendRedirect(request.getContextPath() + ownPath(request.getParameter("from")));
    }

    private static String ownPath(String from) {
        boolean safe = from != null && from.startsWith("/") && !from.startsWith("//") && !from.contains("\\");
        return safe ? from : "/";
    }

    static void logOut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        response.sendRedirect(request.getContextPath() + "/");
    }
}
