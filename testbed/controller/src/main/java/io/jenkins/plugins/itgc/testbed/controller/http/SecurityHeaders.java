package io.jenkins.plugins.itgc.testbed.controller.http;

import jakarta.servlet.http.HttpServletResponse;

/** The headers that keep pages from running what the controller did not send. */
final class SecurityHeaders {
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
                    + "form-action 'self'; frame-ancestors 'self'";

    private SecurityHeaders() {}

    static void add(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "sameorigin");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-cache, no-store, must-revalidate");
    }
}
