package io.jenkins.plugins.itgc.jenkins.credentials;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.AbortException;
import hudson.model.Run;
import io.jenkins.plugins.itgc.gate.Message;
import java.util.Optional;
import org.jenkinsci.plugins.github_branch_source.Connector;
import org.jenkinsci.plugins.github_branch_source.GitHubSCMSource;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/**
 * How to log in: the secret is asked for at each use, so that an app's short-lived token stays fresh, and never kept.
 *
 * @param id names the credentials; empty for none
 * @param credentials null for none
 */
public record GitHubCredentials(String id, StandardCredentials credentials) {
    /** Those that the job's own branch source uses: an app or a token. */
    public static GitHubCredentials ofSource(GitHubSCMSource source, Run<?, ?> build) {
        StandardCredentials found = Connector.lookupScanCredentials(
                build.getParent(), source.getApiUri(), source.getCredentialsId(), source.getRepoOwner());
        if (found == null) {
            return new GitHubCredentials("", null);
        }
        CredentialsProvider.track(build, found);
        return new GitHubCredentials(found.getId(), found);
    }

    /** @throws AbortException when the build may not use credentials of that name, or they are not for that address */
    public static GitHubCredentials ofBuild(String id, Run<?, ?> build, String address) throws AbortException {
        return of(id, Keyring.of(build), address);
    }

    /** @throws AbortException when there are no credentials of that name there, or they are not for that address */
    public static GitHubCredentials of(String id, Keyring keyring, String address) throws AbortException {
        if (id == null || id.isEmpty()) {
            return new GitHubCredentials("", null);
        }
        StandardCredentials found = keyring.find(id, address);
        if (found == null) {
            throw new WordedAbort(Message.of("connect.credentials.not-for-build", id, address));
        }
        return new GitHubCredentials(id, found);
    }

    /** The token to send; an app's is its password. */
    public Optional<String> token() {
        if (credentials instanceof StringCredentials text) {
            return Optional.of(text.getSecret().getPlainText());
        }
        return credentials instanceof StandardUsernamePasswordCredentials login
                ? Optional.of(login.getPassword().getPlainText())
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "GitHubCredentials[" + id + "]";
    }
}
