package io.jenkins.plugins.itgc.jenkins.credentials;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.domains.URIRequirementBuilder;
import hudson.model.Run;
import hudson.security.ACL;
import jenkins.model.Jenkins;

/** Finds credentials by their id. */
public interface Keyring {
    /** @return null when there are none of that id for that address, or they may not be used here */
    StandardCredentials find(String id, String address);

    /** What a build may use; each use is noted with the credentials. */
    static Keyring of(Run<?, ?> build) {
        return (id, address) -> {
            StandardCredentials found = CredentialsProvider.findCredentialById(
                    id,
                    StandardCredentials.class,
                    build,
                    URIRequirementBuilder.fromUri(address).build());
            if (found != null) {
                CredentialsProvider.track(build, found);
            }
            return found;
        };
    }

    /** What the controller itself may use, where no build asks. */
    static Keyring ofController() {
        return (id, address) -> CredentialsProvider.findCredentialByIdInItemGroup(
                id,
                StandardCredentials.class,
                Jenkins.get(),
                ACL.SYSTEM2,
                URIRequirementBuilder.fromUri(address).build());
    }
}
