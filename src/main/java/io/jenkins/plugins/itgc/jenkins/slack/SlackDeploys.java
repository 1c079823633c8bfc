package io.jenkins.plugins.itgc.jenkins.slack;

import hudson.Extension;
import io.jenkins.plugins.itgc.deploy.Announcer;
import io.jenkins.plugins.itgc.deploy.DeployNews;
import io.jenkins.plugins.itgc.jenkins.watch.AnnouncerSource;
import io.jenkins.plugins.itgc.slack.DeployThread;
import io.jenkins.plugins.itgc.slack.SlackHost;
import java.util.List;

/** Has deploys told in Slack, where a channel is configured for them. */
@Extension
public class SlackDeploys implements AnnouncerSource {
    private final SlackHost host = new ControllerOfBot();

    @Override
    public List<Announcer> announcers(DeployNews news) {
        return host.workspace()
                .filter(slack -> !slack.channel().isEmpty())
                .flatMap(slack -> host.api().<Announcer>map(api -> new DeployThread(api, slack, host)))
                .map(List::of)
                .orElse(List.of());
    }
}
