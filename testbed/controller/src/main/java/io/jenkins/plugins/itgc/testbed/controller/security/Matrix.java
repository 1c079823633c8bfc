package io.jenkins.plugins.itgc.testbed.controller.security;

import hudson.security.ACL;
import hudson.security.AuthorizationStrategy;
import hudson.security.Permission;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** A table of names and permissions for the whole controller. */
public final class Matrix extends AuthorizationStrategy {
    private final Map<String, Set<Permission>> granted = new ConcurrentHashMap<>();

    /** Grants a person or a group a permission. */
    public void grant(String name, Permission permission) {
        granted.computeIfAbsent(name, n -> ConcurrentHashMap.newKeySet()).add(permission);
    }

    @Override
    public ACL getRootACL() {
        return ACL.lambda2(this::allows);
    }

    private boolean allows(Authentication who, Permission permission) {
        if (has(who.getName(), permission)) {
            return true;
        }
        return who.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .anyMatch(group -> has(group, permission));
    }

    private boolean has(String name, Permission permission) {
        Set<Permission> own = granted.getOrDefault(name, Set.of());
        for (Permission p = permission; p != null; p = p.impliedBy) {
            if (own.contains(p)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Collection<String> getGroups() {
        return new HashSet<>(granted.keySet());
    }
}
