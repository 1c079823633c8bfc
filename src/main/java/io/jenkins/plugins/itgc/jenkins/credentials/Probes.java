package io.jenkins.plugins.itgc.jenkins.credentials;

import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.AbortException;
import io.jenkins.plugins.itgc.connect.http.Endpoint;
import io.jenkins.plugins.itgc.connect.version.HttpVersionProbe;
import io.jenkins.plugins.itgc.deploy.VersionProbe;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.ProbeEntry;
import java.net.URI;
import java.util.Optional;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** Connects the probes that are configured. */
public final class Probes {
    private Probes() {}

    /** @throws AbortException when the credentials are not to be had for that address */
    public static VersionProbe of(ProbeEntry probe, Keyring keyring) throws AbortException {
        URI address = probe.address();
        String id = probe.getCredentialsId();
        StandardCredentials credentials = id.isEmpty() ? null : keyring.find(id, address.toString());
        if (!id.isEmpty() && credentials == null) {
            throw new WordedAbort(Message.of("connect.credentials.none", id, address.toString()));
        }
        Endpoint endpoint = endpoint(probe.getService(), address, credentials);
        return new HttpVersionProbe(ItgcServices.get().http(endpoint, id), probe.getPath());
    }

    private static Endpoint endpoint(String service, URI address, StandardCredentials credentials) {
        if (credentials instanceof StandardUsernamePasswordCredentials login) {
            return Endpoint.basic(
                    service,
                    address,
                    () -> Optional.of(new Endpoint.Login(
                            login.getUsername(), login.getPassword().getPlainText())));
        }
        return Endpoint.bearer(
                service,
                address,
                () -> credentials instanceof StringCredentials text
                        ? Optional.of(text.getSecret().getPlainText())
                        : Optional.empty());
    }
}
