package io.jenkins.plugins.itgc.testbed.controller.steps;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.AbortException;
import hudson.Extension;
import hudson.model.Descriptor;
import hudson.model.Run;
import java.util.Map;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code usernamePassword}: a name and a password in two variables. */
public final class UsernamePasswordBinding implements CredentialBinding {
    private final String usernameVariable;
    private final String passwordVariable;
    private final String credentialsId;

    /** The two variables and the credentials. */
    @DataBoundConstructor
    public UsernamePasswordBinding(String usernameVariable, String passwordVariable, String credentialsId) {
        this.usernameVariable = usernameVariable;
        this.passwordVariable = passwordVariable;
        this.credentialsId = credentialsId;
    }

    @Override
    public Map<String, String> variables(Run<?, ?> run) throws AbortException {
        StandardUsernamePasswordCredentials found =
                CredentialsProvider.findCredentialById(credentialsId, StandardUsernamePasswordCredentials.class, run);
        if (found == null) {
            throw new AbortException("Could not find credentials entry with ID '" + credentialsId + "'");
        }
        CredentialsProvider.track(run, found);
        return Map.of(
                usernameVariable,
                found.getUsername(),
                passwordVariable,
                found.getPassword().getPlainText());
    }

    /** Makes the binding known. */
    @Extension
    @Symbol("usernamePassword")
    public static final class Type extends Descriptor<CredentialBinding> {
        /** Called at the start. */
        public Type() {}
    }
}
