package io.jenkins.plugins.itgc.jenkins.credentials;

import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.itgc.connect.github.GitHub;
import io.jenkins.plugins.itgc.connect.http.Endpoint;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.GitHubEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import java.net.URI;
import jenkins.scm.api.SCMSource;
import org.jenkinsci.plugins.github_branch_source.GitHubSCMSource;

/** GitHub as a build reaches it: by its own branch source, or else as the controller is configured. */
public final class GitHubOfBuild {
    private GitHubOfBuild() {}

    /** @throws AbortException when the build may not use the configured credentials */
    public static GitHub connect(Run<?, ?> build) throws AbortException {
        if (SCMSource.SourceByItem.findSource(build.getParent()) instanceof GitHubSCMSource source) {
            return connect(source.getApiUri(), GitHubCredentials.ofSource(source, build));
        }
        GitHubEntry configured = ItgcConfiguration.get().getGitHub();
        String address = configured.getApiUri();
        return connect(address, GitHubCredentials.ofBuild(configured.getCredentialsId(), build, address));
    }

    /**
     * GitHub at an address.
     *
     * @param apiUri address of its REST interface, such as {@code https://api.github.com}
     * @param credentials asked for each request, so that short-lived tokens stay fresh
     */
    public static GitHub connect(String apiUri, GitHubCredentials credentials) {
        ItgcServices services = ItgcServices.get();
        Endpoint endpoint = Endpoint.bearer("GitHub", URI.create(apiUri), credentials::token);
        return new GitHub(services.http(endpoint, credentials.id()), services.reads());
    }
}
