package hudson.security;

import hudson.ExtensionPoint;
import hudson.model.Describable;
import hudson.model.Job;
import java.util.Collection;
import java.util.Set;

/** Decides who may do what. */
public abstract class AuthorizationStrategy implements Describable<AuthorizationStrategy>, ExtensionPoint {
    /** Everybody may do everything. */
    public static final AuthorizationStrategy UNSECURED = new Unsecured();

    protected AuthorizationStrategy() {}

    public abstract ACL getRootACL();

    public ACL getACL(Job<?, ?> project) {
        return getRootACL();
    }

    public abstract Collection<String> getGroups();

    private static final class Unsecured extends AuthorizationStrategy {
        @Override
        public ACL getRootACL() {
            return ACL.lambda2((who, permission) -> true);
        }

        @Override
        public Collection<String> getGroups() {
            return Set.of();
        }
    }
}
