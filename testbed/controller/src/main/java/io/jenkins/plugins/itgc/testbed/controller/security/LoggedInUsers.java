package io.jenkins.plugins.itgc.testbed.controller.security;

import hudson.security.ACL;
import hudson.security.AuthorizationStrategy;
import hudson.security.Permission;
import java.util.Collection;
import java.util.Set;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;

/** Everybody who is logged in may do everything. */
public final class LoggedInUsers extends AuthorizationStrategy {
    private final boolean anonymousRead;

    /** Others may read, or may do nothing. */
    public LoggedInUsers(boolean anonymousRead) {
        this.anonymousRead = anonymousRead;
    }

    @Override
    public ACL getRootACL() {
        return ACL.lambda2(this::allows);
    }

    private boolean allows(Authentication who, Permission permission) {
        if (!ACL.isAnonymous2(who)) {
            return true;
        }
        return anonymousRead && (permission == Jenkins.READ || permission.name.equals("Read"));
    }

    @Override
    public Collection<String> getGroups() {
        return Set.of();
    }
}
