package com.cloudbees.plugins.credentials.common;

/** A name and a password with an id and a description. */
public interface StandardUsernamePasswordCredentials extends StandardCredentials, UsernamePasswordCredentials {}
