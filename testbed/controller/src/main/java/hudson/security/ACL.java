package hudson.security;

import hudson.model.User;
import io.jenkins.plugins.itgc.testbed.controller.security.Authentications;
import io.jenkins.plugins.itgc.testbed.controller.security.PermissionMissing;
import java.util.function.BiFunction;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;

/** Who may do what with one object. */
public abstract class ACL {
    public static final String ANONYMOUS_USERNAME = "anonymous";
    public static final String SYSTEM_USERNAME = "SYSTEM";

    /** The controller itself, which may do everything. */
    public static final Authentication SYSTEM2 = Authentications.system();

    protected ACL() {}

    /** Throws an AccessDeniedException if the caller lacks the permission. */
    public final void checkPermission(Permission permission) {
        Authentication who = Jenkins.getAuthentication2();
        if (!allows(who, permission)) {
            throw new PermissionMissing(who, permission);
        }
    }

    public final boolean hasPermission(Permission permission) {
        return allows(Jenkins.getAuthentication2(), permission);
    }

    private boolean allows(Authentication who, Permission permission) {
        return SYSTEM2.equals(who) || hasPermission2(who, permission);
    }

    public boolean hasPermission2(Authentication who, Permission permission) {
        throw new AbstractMethodError("ACL.hasPermission2 of " + getClass().getName());
    }

    /** A list from a function. */
    public static ACL lambda2(BiFunction<Authentication, Permission, Boolean> decision) {
        return new ACL() {
            @Override
            public boolean hasPermission2(Authentication who, Permission permission) {
                return SYSTEM2.equals(who) || decision.apply(who, permission);
            }
        };
    }

    /** Lets this thread act as someone until the context is closed. */
    public static ACLContext as2(Authentication who) {
        return new ACLContext(who);
    }

    public static ACLContext as(User user) {
        return as2(user == null ? Jenkins.ANONYMOUS2 : user.impersonate2());
    }

    public static boolean isAnonymous2(Authentication who) {
        return who == null || Jenkins.ANONYMOUS2.equals(who);
    }
}
