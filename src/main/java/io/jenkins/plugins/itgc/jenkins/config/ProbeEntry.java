package io.jenkins.plugins.itgc.jenkins.config;

import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
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

    @DataBoundConstructor
    public ProbeEntry(String service) {
        this.service = TrackerEntry.trimmed(service);
    }

    /** @throws InvalidPolicy when the address is none of a web server */
    public URI address() {
        try {
            URI address = URI.create(url);
            if (address.getHost() != null && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidPolicy("url", "the address of the version of \"" + service + "\" is malformed", e);
        }
        throw new InvalidPolicy(
                "url", "the address of the version of \"" + service + "\" must begin with https:// or http:// and a host");
    }

    public String getService() {
        return service;
    }

    public String getUrl() {
        return url;
    }

    @DataBoundSetter
    public void setUrl(String url) {
        this.url = TrackerEntry.trimmed(url);
    }

    public String getPath() {
        return path;
    }

    @DataBoundSetter
    public void setPath(String path) {
        this.path = TrackerEntry.trimmed(path);
    }

    public String getCredentialsId() {
        return credentialsId;
    }

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

        @POST
        public FormValidation doCheckService(@QueryParameter String value) {
            return FormChecks.required(value);
        }

        @POST
        public FormValidation doCheckUrl(@QueryParameter String value) {
            return FormChecks.required(value);
        }

        @POST
        public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId) {
            return FormChecks.credentials(credentialsId);
        }
    }
}
