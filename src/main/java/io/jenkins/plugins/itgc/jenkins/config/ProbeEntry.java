package io.jenkins.plugins.itgc.jenkins.config;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.review.policy.InvalidPolicy;
import java.net.URI;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Where a service says which version of it runs. */
public class ProbeEntry extends AbstractDescribableImpl<ProbeEntry> {
    private final String service;
    private String url = "";
    private String path = "";
    private String credentialsId = "";

    /** @param service what is deployed, as the pipelines call it */
    @DataBoundConstructor
    public ProbeEntry(String service) {
        this.service = TrackerEntry.trimmed(service);
    }

    /** @throws InvalidPolicy when the address is none of a web server */
    public URI address() {
        try {
            URI address = URI.create(url);
            if (address.getHost() != null
                    && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidPolicy("url", Message.of("review.policy.probe-malformed", service), e);
        }
        throw new InvalidPolicy("url", Message.of("review.policy.probe-address", service));
    }

    /** What is deployed, as the pipelines call it. */
    public String getService() {
        return service;
    }

    /**
     * Address at which the service says which commit of it runs, such as {@code https://orders.example.com/version}.
     */
    public String getUrl() {
        return url;
    }

    /**
     * @param url address at which the service says which commit of it runs, such as
     *     {@code https://orders.example.com/version}
     */
    @DataBoundSetter
    public void setUrl(String url) {
        this.url = TrackerEntry.trimmed(url);
    }

    /** Where the commit stands in a JSON answer: names joined by dots, such as {@code build.commit}. */
    public String getPath() {
        return path;
    }

    /** @param path where the commit stands in a JSON answer: names joined by dots, such as {@code build.commit} */
    @DataBoundSetter
    public void setPath(String path) {
        this.path = TrackerEntry.trimmed(path);
    }

    /**
     * Credentials for that address: a secret text is sent as a bearer token, a user name with password by HTTP
     * Basic.
     */
    public String getCredentialsId() {
        return credentialsId;
    }

    /**
     * @param credentialsId credentials for that address: a secret text is sent as a bearer token, a user name with
     *     password by HTTP Basic
     */
    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = TrackerEntry.trimmed(credentialsId);
    }

    /** Describes the entry to forms and to configuration as code. */
    @Extension
    public static class DescriptorImpl extends Descriptor<ProbeEntry> {
        @Override
        public String getDisplayName() {
            return Messages.ProbeEntry_displayName();
        }

        /** Checks the field {@code service} while somebody fills the form in. */
        @POST
        public FormValidation doCheckService(@QueryParameter String value) {
            return FormChecks.required(value);
        }

        /** Checks the field {@code url} while somebody fills the form in. */
        @POST
        public FormValidation doCheckUrl(@QueryParameter String value) {
            return FormChecks.required(value);
        }

        /** What can be chosen for the field {@code credentialsId}. */
        @POST
        public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId) {
            return FormChecks.credentials(credentialsId);
        }
    }
}
