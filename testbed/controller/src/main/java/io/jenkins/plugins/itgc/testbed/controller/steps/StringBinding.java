package io.jenkins.plugins.itgc.testbed.controller.steps;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import hudson.AbortException;
import hudson.Extension;
import hudson.model.Descriptor;
import hudson.model.Run;
import java.util.Map;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.kohsuke.stapler.DataBoundConstructor;

/** {@code string}: a secret text in a variable. */
public final class StringBinding implements CredentialBinding {
    private final String credentialsId;
    private final String variable;

    /** The credentials and the variable. */
    @DataBoundConstructor
    public StringBinding(String credentialsId, String variable) {
        this.credentialsId = credentialsId;
        this.variable = variable;
    }

    @Override
    public Map<String, String> variables(Run<?, ?> run) throws AbortException {
        StringCredentials found = CredentialsProvider.findCredentialById(credentialsId, StringCredentials.class, run);
        if (found == null) {
            throw new AbortException("Could not find credentials entry with ID '" + credentialsId + "'");
        }
        CredentialsProvider.track(run, found);
        return Map.of(variable, found.getSecret().getPlainText());
    }

    /** Makes the binding known. */
    @Extension
    @Symbol("string")
    public static final class Type extends Descriptor<CredentialBinding> {
        /** Called at the start. */
        public Type() {}
    }
}
