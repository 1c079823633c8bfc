package hudson.security;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetails;

/** A realm that checks passwords itself. */
public abstract class AbstractPasswordBasedSecurityRealm extends SecurityRealm {
    protected AbstractPasswordBasedSecurityRealm() {}

    protected UserDetails authenticate2(String username, String password) throws AuthenticationException {
        throw new AbstractMethodError("authenticate2 of " + getClass().getName());
    }
}
