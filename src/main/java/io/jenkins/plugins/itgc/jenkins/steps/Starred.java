package io.jenkins.plugins.itgc.jenkins.steps;

import hudson.util.Secret;
import io.jenkins.plugins.itgc.jenkins.credentials.SecretMask;
import java.io.Serializable;
import java.util.ArrayList;

/** Masks a deploy's secrets. As an earlier version kept it; becomes what it is now when it is read. */
final class Starred implements Serializable {
    private static final long serialVersionUID = 1L;

    private ArrayList<Secret> secrets;

    private Object readResolve() {
        return new SecretMask(secrets);
    }
}
