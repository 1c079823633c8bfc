package com.cloudbees.plugins.credentials.common;

import hudson.Util;

/** A list of credentials by description. */
public class StandardListBoxModel extends AbstractIdCredentialsListBoxModel<StandardListBoxModel, StandardCredentials> {
    private static final long serialVersionUID = 1L;

    public StandardListBoxModel() {}

    @Override
    protected String describe(StandardCredentials credentials) {
        String description = Util.fixEmptyAndTrim(credentials.getDescription());
        return description == null ? credentials.getId() : description;
    }
}
