package io.jenkins.plugins.itgc.testbed.sandbox.model;

import java.util.Locale;

/** A role in a repository, strongest first. */
public enum Permission {
    ADMIN,
    MAINTAIN,
    WRITE,
    TRIAGE,
    READ,
    NONE;

    /** May push to unprotected branches, which is what makes an approval count. */
    public boolean canPush() {
        return compareTo(WRITE) <= 0;
    }

    /** REST's older four-valued "permission": maintain is told as write and triage as read. */
    public String legacyName() {
        return switch (this) {
            case ADMIN -> "admin";
            case MAINTAIN, WRITE -> "write";
            case TRIAGE, READ -> "read";
            case NONE -> "none";
        };
    }

    /** REST's "role_name". */
    public String roleName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
