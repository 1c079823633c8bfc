package io.jenkins.plugins.itgc.jenkins.webhook;

import hudson.Extension;
import hudson.security.csrf.CrumbExclusion;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** Machines bring a signature instead of a crumb: exactly these addresses, and nothing below or beside them. */
@Extension
public class ItgcCrumbExclusion extends CrumbExclusion {
    private static final Set<String> PATHS = Set.of("/itgc/github-webhook", "/itgc/sns", "/itgc/slack");

    @Override
    public boolean process(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getPathInfo();
        if (path == null || !PATHS.contains(path)) {
            return false;
        }
        chain.doFilter(request, response);
        return true;
    }
}
