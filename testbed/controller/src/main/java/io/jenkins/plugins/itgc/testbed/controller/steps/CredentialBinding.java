package io.jenkins.plugins.itgc.testbed.controller.steps;

import hudson.AbortException;
import hudson.model.Describable;
import hudson.model.Run;
import java.util.Map;

/** Gives the body of {@code withCredentials} variables that hold secrets. */
public interface CredentialBinding extends Describable<CredentialBinding> {
    /** The variables and their values. */
    Map<String, String> variables(Run<?, ?> run) throws AbortException;
}
