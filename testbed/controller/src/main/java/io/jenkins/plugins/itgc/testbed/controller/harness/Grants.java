package io.jenkins.plugins.itgc.testbed.controller.harness;

import hudson.security.Permission;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Who was granted what at which places. */
public final class Grants {
    /** Stands for everybody. */
    public static final String EVERYONE = "\u0000everyone";

    private record Grant(boolean implied, List<Permission> permissions, List<Pattern> paths, List<String> sids) {
        boolean covers(Permission asked) {
            for (Permission p = asked; p != null; p = implied ? p.impliedBy : null) {
                if (permissions.contains(p)) {
                    return true;
                }
            }
            return false;
        }

        boolean at(String path) {
            return paths.stream().anyMatch(p -> p.matcher(path).matches());
        }

        boolean to(Authentication who) {
            return sids.contains(EVERYONE)
                    || sids.contains(who.getName())
                    || who.getAuthorities().stream()
                            .map(GrantedAuthority::getAuthority)
                            .anyMatch(sids::contains);
        }
    }

    private final List<Grant> all = new CopyOnWriteArrayList<>();

    /** Adds a grant. */
    public void add(boolean implied, Permission[] permissions, String[] paths, String... sids) {
        List<Pattern> places = Arrays.stream(paths).map(Pattern::compile).toList();
        all.add(new Grant(implied, List.of(permissions), places, List.of(sids)));
    }

    /** Whether somebody may do something at a place; the root is the empty path. */
    public boolean allows(Authentication who, Permission permission, String path) {
        return all.stream().anyMatch(g -> g.covers(permission) && g.at(path) && g.to(who));
    }
}
