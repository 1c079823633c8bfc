package io.jenkins.plugins.itgc.jenkins.credentials;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import hudson.security.ACL;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** Secrets that the configuration names, read when they are needed and never kept. */
public final class Secrets {
    private Secrets() {}

    /** Those that exist; an id that names nothing gives no secret, and so no access. */
    public static List<String> of(String... ids) {
        return Stream.of(ids).map(Secrets::find).flatMap(Optional::stream).toList();
    }

    /** The text of one secret. */
    public static Optional<String> find(String id) {
        if (id == null || id.isEmpty()) {
            return Optional.empty();
        }
        StringCredentials found = CredentialsProvider.findCredentialByIdInItemGroup(
                id, StringCredentials.class, Jenkins.get(), ACL.SYSTEM2, List.of());
        return Optional.ofNullable(found)
                .map(credentials -> credentials.getSecret().getPlainText())
                .filter(secret -> !secret.isEmpty());
    }
}
