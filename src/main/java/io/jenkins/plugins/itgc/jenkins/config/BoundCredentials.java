package io.jenkins.plugins.itgc.jenkins.config;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import java.io.Serializable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Credentials that only the body of a deploy gets, as variables. */
public class BoundCredentials extends AbstractDescribableImpl<BoundCredentials> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String credentialsId;
    private final String variable;
    private String usernameVariable = "";

    /**
     * With what cannot be left out.
     *
     * @param credentialsId id of a secret text, or of a user name with password, with the scope System
     * @param variable name of the environment variable that holds the secret in the body of the deploy
     */
    @DataBoundConstructor
    public BoundCredentials(String credentialsId, String variable) {
        this.credentialsId = TrackerEntry.trimmed(credentialsId);
        this.variable = TrackerEntry.trimmed(variable);
    }

    /** Id of a secret text, or of a user name with password. */
    public String getCredentialsId() {
        return credentialsId;
    }

    /** Name of the variable for the secret. */
    public String getVariable() {
        return variable;
    }

    /** Name of the variable for the user name; empty for none. */
    public String getUsernameVariable() {
        return usernameVariable;
    }

    /** @param usernameVariable name of the environment variable for the user name */
    @DataBoundSetter
    public void setUsernameVariable(String usernameVariable) {
        this.usernameVariable = TrackerEntry.trimmed(usernameVariable);
    }

    /** Describes the entry to forms and to configuration as code. */
    @Extension
    public static class DescriptorImpl extends Descriptor<BoundCredentials> {
        @Override
        public String getDisplayName() {
            return Messages.BoundCredentials_displayName();
        }

        /** Checks the field {@code credentialsId} while somebody fills the form in. */
        @POST
        public FormValidation doCheckCredentialsId(@QueryParameter String value) {
            return FormChecks.required(value);
        }

        /** Checks the field {@code variable} while somebody fills the form in. */
        @POST
        public FormValidation doCheckVariable(@QueryParameter String value) {
            return FormChecks.required(value);
        }
    }
}
