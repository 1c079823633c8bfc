package io.jenkins.plugins.itgc.jenkins.watch;

import hudson.AbortException;
import hudson.Extension;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.itgc.connect.github.GitHub;
import io.jenkins.plugins.itgc.deploy.Announcer;
import io.jenkins.plugins.itgc.deploy.DeployNews;
import io.jenkins.plugins.itgc.deploy.TicketComments;
import io.jenkins.plugins.itgc.jenkins.BuildsOfController;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.credentials.GitHubOfBuild;
import io.jenkins.plugins.itgc.jenkins.credentials.Keyring;
import io.jenkins.plugins.itgc.jenkins.credentials.TrackerConnections;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** GitHub and the ticket trackers hear of deploys with the credentials that the build used. */
@Extension
public class DeployAnnouncers implements AnnouncerSource {
    @Override
    @SuppressWarnings("try") // Closing it gives the caller's rights back; nothing else is asked of it.
    public List<Announcer> announcers(DeployNews news) {
        try (ACLContext system = ACL.as2(ACL.SYSTEM2)) {
            Optional<Run<?, ?>> build = new BuildsOfController().find(news);
            return build.isEmpty() ? List.of() : announcers(news, build.get());
        } catch (AbortException e) {
            throw new IllegalStateException(e.getMessage(), e); // somebody mends the configuration, and then it is told
        }
    }

    private static List<Announcer> announcers(DeployNews news, Run<?, ?> build) throws AbortException {
        EnvironmentEntry environment =
                ItgcConfiguration.get().environment(news.target().environment());
        List<Announcer> announcers = new ArrayList<>();
        GitHub gitHub = GitHubOfBuild.connect(build);
        if (environment.isGitHubDeployment()) {
            announcers.add(gitHub.deployments());
        }
        if (environment.isDeployComments()) {
            announcers.add(gitHub.deployComments());
            announcers.add(new TicketComments(TrackerConnections.notes(Keyring.of(build))));
        }
        return announcers;
    }
}
