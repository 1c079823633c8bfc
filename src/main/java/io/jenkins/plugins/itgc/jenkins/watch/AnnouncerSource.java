package io.jenkins.plugins.itgc.jenkins.watch;

import hudson.ExtensionPoint;
import io.jenkins.plugins.itgc.deploy.Announcer;
import io.jenkins.plugins.itgc.deploy.DeployNews;
import java.util.List;

/** Knows systems that want to hear of deploys, as they are configured now. */
public interface AnnouncerSource extends ExtensionPoint {
    /**
     * Those that may want to hear of a deploy. Called with each piece of news; must be quick.
     *
     * @throws RuntimeException when that cannot be told now, such as while the configuration is wrong; then it is asked again
     */
    List<Announcer> announcers(DeployNews news);
}
