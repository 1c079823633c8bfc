package hudson.model;

import hudson.security.AccessControlled;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import io.jenkins.plugins.itgc.testbed.controller.security.Text;
import java.io.File;
import java.io.IOException;
import java.util.Collection;
import jenkins.model.Jenkins;

/** A job or a folder. */
public interface Item extends ModelObject, Saveable, AccessControlled {
    PermissionGroup PERMISSIONS = new PermissionGroup(Item.class, Text.of("Job"));
    Permission CREATE = permission("Create", null);
    Permission DELETE = permission("Delete", null);
    Permission CONFIGURE = permission("Configure", null);
    Permission READ = permission("Read", null);
    Permission DISCOVER = permission("Discover", READ);
    Permission EXTENDED_READ = permission("ExtendedRead", CONFIGURE);
    Permission BUILD = permission("Build", null);
    Permission WORKSPACE = permission("Workspace", null);
    Permission CANCEL = permission("Cancel", null);

    private static Permission permission(String name, Permission impliedBy) {
        return new Permission(
                PERMISSIONS,
                name,
                Text.of(name),
                impliedBy == null ? Jenkins.ADMINISTER : impliedBy,
                PermissionScope.ITEM);
    }

    ItemGroup<? extends Item> getParent();

    Collection<? extends Job<?, ?>> getAllJobs();

    String getName();

    String getFullName();

    @Override
    String getDisplayName();

    String getFullDisplayName();

    /** The path below the context path, with a slash at the end. */
    String getUrl();

    String getShortUrl();

    File getRootDir();

    @Override
    void save() throws IOException;

    void delete() throws IOException, InterruptedException;
}
