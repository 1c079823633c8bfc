package com.cloudbees.plugins.credentials;

import com.cloudbees.plugins.credentials.common.IdCredentials;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import io.jenkins.plugins.itgc.testbed.controller.ControllerRuntime;
import io.jenkins.plugins.itgc.testbed.controller.security.Text;
import java.util.List;
import org.springframework.security.core.Authentication;

/** Finds credentials; the testbed has one store, the system's. */
public abstract class CredentialsProvider {
    public static final PermissionGroup GROUP = new PermissionGroup(CredentialsProvider.class, Text.of("Credentials"));
    public static final Permission VIEW =
            new Permission(GROUP, "View", Text.of("View"), Item.EXTENDED_READ, PermissionScope.ITEM);
    public static final Permission USE_ITEM =
            new Permission(GROUP, "UseItem", Text.of("UseItem"), Item.CONFIGURE, PermissionScope.ITEM);

    protected CredentialsProvider() {}

    /** The credentials that a build may use, or null. */
    public static <C extends IdCredentials> C findCredentialById(
            String id, Class<C> type, Run<?, ?> run, List<DomainRequirement> requirements) {
        return findCredentialByIdInItem(id, type, run.getParent(), ACL.SYSTEM2, requirements);
    }

    public static <C extends IdCredentials> C findCredentialById(String id, Class<C> type, Run<?, ?> run) {
        return findCredentialById(id, type, run, List.of());
    }

    public static <C extends IdCredentials> C findCredentialByIdInItem(
            String id, Class<C> type, Item item, Authentication who, List<DomainRequirement> requirements) {
        return first(id, lookupCredentialsInItem(type, item, who, requirements));
    }

    public static <C extends IdCredentials> C findCredentialByIdInItemGroup(
            String id, Class<C> type, ItemGroup<?> group, Authentication who, List<DomainRequirement> requirements) {
        return first(id, lookupCredentialsInItemGroup(type, group, who, requirements));
    }

    private static <C extends IdCredentials> C first(String id, List<C> all) {
        return all.stream().filter(c -> c.getId().equals(id)).findFirst().orElse(null);
    }

    public static <C extends Credentials> List<C> lookupCredentialsInItem(
            Class<C> type, Item item, Authentication who, List<DomainRequirement> requirements) {
        return ControllerRuntime.current().credentials().visible(type, who, item != null, requirements);
    }

    public static <C extends Credentials> List<C> lookupCredentialsInItemGroup(
            Class<C> type, ItemGroup<?> group, Authentication who, List<DomainRequirement> requirements) {
        return ControllerRuntime.current().credentials().visible(type, who, false, requirements);
    }

    /** Notes that a build uses the credentials. */
    public static <C extends Credentials> C track(Run<?, ?> build, C credentials) {
        return ControllerRuntime.current().credentials().track(build.getExternalizableId(), credentials);
    }

    /** Notes that a job uses the credentials. */
    public static <C extends Credentials> C track(Item item, C credentials) {
        return ControllerRuntime.current().credentials().track(item.getFullName(), credentials);
    }
}
