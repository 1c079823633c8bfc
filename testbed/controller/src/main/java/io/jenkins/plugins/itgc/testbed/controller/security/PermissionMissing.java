package io.jenkins.plugins.itgc.testbed.controller.security;

import hudson.security.Permission;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;

/** Says who lacks which permission. */
public final class PermissionMissing extends AccessDeniedException {
    private static final long serialVersionUID = 1L;

    /** Somebody lacks a permission. */
    public PermissionMissing(Authentication who, Permission permission) {
        super(who.getName() + " is missing the " + permission.group.title + "/" + permission.name + " permission");
    }
}
