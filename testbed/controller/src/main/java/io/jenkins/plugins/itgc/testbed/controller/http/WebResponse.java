package io.jenkins.plugins.itgc.testbed.controller.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.net.URI;
import org.kohsuke.stapler.StaplerResponse2;

/** An answer with Stapler's redirect. */
final class WebResponse extends HttpServletResponseWrapper implements StaplerResponse2 {
    private final HttpServletRequest request;

    WebResponse(HttpServletRequest request, HttpServletResponse response) {
        super(response);
        this.request = request;
    }

    @Override
    public void sendRedirect2(String url) throws IOException {
        sendRedirect(URI.create(request.getRequestURI()).resolve(url).toString());
    }
}
