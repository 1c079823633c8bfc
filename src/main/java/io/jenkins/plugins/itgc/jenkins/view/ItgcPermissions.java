package io.jenkins.plugins.itgc.jenkins.view;

import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import jenkins.model.Jenkins;
import org.jvnet.localizer.Localizable;

/** What people may do with deploys, beside what they may do with the jobs. */
public final class ItgcPermissions {
    private static final PermissionGroup GROUP =
            new PermissionGroup(ItgcPermissions.class, Messages._ItgcPermissions_title());

    /** See deploys, as far as their jobs may be read. */
    public static final Permission VIEW = permission("View", Messages._ItgcPermissions_view());

    /** Answer requests for approval; whether an answer counts is another question. */
    public static final Permission APPROVE = permission("Approve", Messages._ItgcPermissions_approve());

    /** Hold an environment, and release it. */
    public static final Permission HOLD = permission("Hold", Messages._ItgcPermissions_hold());

    /** Take the ledger away: bundles, tables, share links. */
    public static final Permission EXPORT = permission("Export", Messages._ItgcPermissions_export());

    private ItgcPermissions() {}

    private static Permission permission(String name, Localizable description) {
        return new Permission(GROUP, name, description, Jenkins.ADMINISTER, PermissionScope.JENKINS);
    }
}
