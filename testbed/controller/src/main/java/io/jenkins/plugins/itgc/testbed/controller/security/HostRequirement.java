package io.jenkins.plugins.itgc.testbed.controller.security;

import com.cloudbees.plugins.credentials.domains.DomainRequirement;

/** Credentials must be meant for this host. */
public final class HostRequirement extends DomainRequirement {
    private static final long serialVersionUID = 1L;

    private final String host;

    /** Asks for credentials of one host. */
    public HostRequirement(String host) {
        this.host = host;
    }

    /** The host's name. */
    public String host() {
        return host;
    }
}
