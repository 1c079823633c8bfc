package org.kohsuke.stapler;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The answer to a {@link StaplerRequest2}. */
public interface StaplerResponse2 extends HttpServletResponse {
    /** Redirects, also to a relative URL. */
    void sendRedirect2(String url) throws IOException;
}
