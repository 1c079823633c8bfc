package io.jenkins.plugins.itgc.testbed.controller.security;

import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.Extension;
import hudson.model.Descriptor;
import hudson.util.Secret;
import org.jenkinsci.Symbol;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.kohsuke.stapler.DataBoundConstructor;

/** A secret text that the controller keeps. */
public final class KeptText extends KeptCredentials implements StringCredentials {
    private static final long serialVersionUID = 1L;

    private final Secret secret;

    @DataBoundConstructor
    public KeptText(CredentialsScope scope, String id, String description, Secret secret) {
        super(scope, id, description);
        this.secret = secret;
    }

    @Override
    public Secret getSecret() {
        return secret;
    }

    /** Makes the kind known. */
    @Extension
    @Symbol("string")
    public static class DescriptorImpl extends Descriptor<Credentials> {
        public DescriptorImpl() {}
    }
}
