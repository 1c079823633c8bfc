package io.jenkins.plugins.itgc.testbed.controller.security;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import java.util.Objects;
import java.util.UUID;

/** What all kinds of credentials have. */
abstract class KeptCredentials implements StandardCredentials {
    private static final long serialVersionUID = 1L;

    private final CredentialsScope scope;
    private final String id;
    private final String description;

    KeptCredentials(CredentialsScope scope, String id, String description) {
        this.scope = scope;
        this.id = id == null || id.isBlank() ? UUID.randomUUID().toString() : id;
        this.description = description == null ? "" : description;
    }

    @Override
    public CredentialsScope getScope() {
        return scope;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String getDescription() {
        return description;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof KeptCredentials that && id.equals(that.id);
    }

    @Override
    public final int hashCode() {
        return Objects.hashCode(id);
    }
}
