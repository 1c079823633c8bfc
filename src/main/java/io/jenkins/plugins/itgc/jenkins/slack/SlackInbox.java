package io.jenkins.plugins.itgc.jenkins.slack;

import hudson.Extension;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.webhook.SlackEndpoint;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.kohsuke.stapler.HttpResponse;

/** Takes what Slack sends, by the configuration as it is now. */
@Extension
public class SlackInbox implements SlackEndpoint {
    @Override
    public HttpResponse take(HttpServletRequest request) throws IOException {
        return new SlackRequests(ItgcConfiguration.get().getSlack(), new ControllerOfBot()).take(request);
    }
}
