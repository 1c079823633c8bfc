package com.cloudbees.plugins.credentials.domains;

import io.jenkins.plugins.itgc.testbed.controller.security.HostRequirement;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Builds the requirements that a URL stands for. */
public class URIRequirementBuilder {
    private final List<DomainRequirement> requirements = new ArrayList<>();

    private URIRequirementBuilder() {}

    public static URIRequirementBuilder create() {
        return new URIRequirementBuilder();
    }

    public static URIRequirementBuilder fromUri(String uri) {
        return create().withUri(uri);
    }

    public URIRequirementBuilder withUri(String uri) {
        if (uri != null && URI.create(uri).getHost() != null) {
            requirements.add(new HostRequirement(URI.create(uri).getHost()));
        }
        return this;
    }

    public List<DomainRequirement> build() {
        return List.copyOf(requirements);
    }
}
