package hudson.security;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jvnet.localizer.Localizable;

/** Permissions that belong together. */
public final class PermissionGroup implements Iterable<Permission> {
    private static final CopyOnWriteArrayList<PermissionGroup> GROUPS = new CopyOnWriteArrayList<>();

    public final Class<?> owner;
    public final Localizable title;

    private final CopyOnWriteArrayList<Permission> permissions = new CopyOnWriteArrayList<>();

    public PermissionGroup(Class<?> owner, Localizable title) throws IllegalStateException {
        this.owner = owner;
        this.title = title;
        GROUPS.add(this);
    }

    void add(Permission permission) {
        permissions.add(permission);
    }

    public List<Permission> getPermissions() {
        return Collections.unmodifiableList(permissions);
    }

    @Override
    public Iterator<Permission> iterator() {
        return getPermissions().iterator();
    }

    public static List<PermissionGroup> getAll() {
        return Collections.unmodifiableList(GROUPS);
    }

    @Override
    public String toString() {
        return "PermissionGroup[" + owner.getName() + "]";
    }
}
