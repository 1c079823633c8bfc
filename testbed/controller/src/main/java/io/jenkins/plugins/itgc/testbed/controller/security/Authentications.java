package io.jenkins.plugins.itgc.testbed.controller.security;

import hudson.security.ACL;
import io.jenkins.plugins.itgc.testbed.controller.ControllerRuntime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Who acts in a thread. */
public final class Authentications {
    private static final GrantedAuthority EVERYBODY_LOGGED_IN = new SimpleGrantedAuthority("authenticated");

    private Authentications() {}

    /** The controller itself. */
    public static Authentication system() {
        return new UsernamePasswordAuthenticationToken("SYSTEM", "SYSTEM");
    }

    /** Who has not logged in. */
    public static Authentication anonymous() {
        return new AnonymousAuthenticationToken(
                "anonymous", "anonymous", List.of(new SimpleGrantedAuthority("anonymous")));
    }

    /** Who acts in this thread; the controller itself if nobody was set. */
    public static Authentication current() {
        Authentication set = SecurityContextHolder.getContext().getAuthentication();
        return set == null ? ACL.SYSTEM2 : set;
    }

    /** Whether it is nobody in person. */
    public static boolean isBuiltIn(Authentication who) {
        return ACL.SYSTEM2.equals(who) || ACL.isAnonymous2(who);
    }

    /** A person with the groups that the security realm knows. */
    public static Authentication ofUser(String id) {
        List<GrantedAuthority> authorities = new ArrayList<>();
        authorities.add(EVERYBODY_LOGGED_IN);
        try {
            ControllerRuntime.current().jenkins().getSecurityRealm().loadUserByUsername2(id).getAuthorities().stream()
                    .filter(a -> !a.equals(EVERYBODY_LOGGED_IN))
                    .forEach(authorities::add);
        } catch (UsernameNotFoundException e) {
            // Somebody that the realm does not know has no groups.
        }
        return new UsernamePasswordAuthenticationToken(id, "", authorities);
    }
}
