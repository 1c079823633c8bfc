package io.jenkins.plugins.itgc.jenkins.webhook;

import hudson.ExtensionPoint;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.kohsuke.stapler.HttpResponse;

/** Takes what Slack sends. */
public interface SlackEndpoint extends ExtensionPoint {
    /** Answers a request that nobody has looked at yet: it may be from anybody. */
    HttpResponse take(HttpServletRequest request) throws IOException;
}
