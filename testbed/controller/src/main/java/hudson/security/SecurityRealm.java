package hudson.security;

import hudson.ExtensionPoint;
import hudson.model.Describable;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** Knows people and their passwords. */
public abstract class SecurityRealm implements Describable<SecurityRealm>, ExtensionPoint {
    /** Knows nobody. */
    public static final SecurityRealm NO_AUTHENTICATION = new None();

    protected SecurityRealm() {}

    public String getLoginUrl() {
        return "login";
    }

    /** The person of this name with groups. */
    public UserDetails loadUserByUsername2(String username) throws UsernameNotFoundException {
        throw new UsernameNotFoundException(username);
    }

    private static final class None extends SecurityRealm {}
}
