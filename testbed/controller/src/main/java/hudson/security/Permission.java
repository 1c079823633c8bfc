package hudson.security;

import java.util.List;
import java.util.Set;
import org.jvnet.localizer.Localizable;

/** One thing that people may or may not do. */
public final class Permission {
    public final Class<?> owner;
    public final PermissionGroup group;
    public final String name;
    public final Localizable description;

    /** Who has this one has ours too; null for the root. */
    public final Permission impliedBy;

    /** Whether the permission can be granted by itself. */
    public boolean enabled;

    private final Set<PermissionScope> scopes;

    public Permission(
            PermissionGroup group,
            String name,
            Localizable description,
            Permission impliedBy,
            boolean enable,
            PermissionScope[] scopes)
            throws IllegalStateException {
        this.owner = group.owner;
        this.group = group;
        this.name = name;
        this.description = description;
        this.impliedBy = impliedBy;
        this.enabled = enable;
        this.scopes = Set.of(scopes);
        group.add(this);
    }

    public Permission(
            PermissionGroup group, String name, Localizable description, Permission impliedBy, PermissionScope scope) {
        this(group, name, description, impliedBy, true, new PermissionScope[] {scope});
    }

    public boolean isContainedBy(PermissionScope scope) {
        return scopes.contains(scope);
    }

    /** The name by which configuration refers to this. */
    public String getId() {
        return owner.getName() + "." + name;
    }

    public static Permission fromId(String id) {
        return getAll().stream().filter(p -> p.getId().equals(id)).findFirst().orElse(null);
    }

    public static List<Permission> getAll() {
        return PermissionGroup.getAll().stream()
                .flatMap(g -> g.getPermissions().stream())
                .toList();
    }

    public boolean getEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enable) {
        enabled = enable;
    }

    @Override
    public String toString() {
        return "Permission[" + owner + "," + name + "]";
    }
}
