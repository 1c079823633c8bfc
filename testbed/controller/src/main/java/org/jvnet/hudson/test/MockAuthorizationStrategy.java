package org.jvnet.hudson.test;

import hudson.model.Item;
import hudson.model.Job;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.AuthorizationStrategy;
import hudson.security.Permission;
import io.jenkins.plugins.itgc.testbed.controller.harness.Grants;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;

/** Permissions that a test grants. */
public class MockAuthorizationStrategy extends AuthorizationStrategy {
    private final Grants grants = new Grants();

    public MockAuthorizationStrategy() {}

    /** Begins a grant of permissions and of what they imply. */
    public Grant grant(Permission... permissions) {
        return new Grant(true, permissions);
    }

    /** Begins a grant of exactly these permissions. */
    public Grant grantWithoutImplication(Permission... permissions) {
        return new Grant(false, permissions);
    }

    @Override
    public ACL getRootACL() {
        return ACL.lambda2((who, permission) -> grants.allows(who, permission, ""));
    }

    @Override
    public ACL getACL(Job<?, ?> project) {
        return ACL.lambda2((who, permission) -> grants.allows(who, permission, project.getFullName()));
    }

    @Override
    public Collection<String> getGroups() {
        return Set.of();
    }

    /** Permissions without a place yet. */
    public class Grant {
        private final boolean implied;
        private final Permission[] permissions;

        Grant(boolean implied, Permission... permissions) {
            this.implied = implied;
            this.permissions = permissions;
        }

        public GrantOn everywhere() {
            return onPaths(".*");
        }

        public GrantOn onRoot() {
            return onPaths("");
        }

        public GrantOn onItems(Item... items) {
            return onPaths(Arrays.stream(items)
                    .map(i -> java.util.regex.Pattern.quote(i.getFullName()))
                    .toArray(String[]::new));
        }

        public GrantOn onPaths(String... regularExpressions) {
            return new GrantOn(regularExpressions);
        }

        /** Permissions with a place, but for nobody yet. */
        public class GrantOn {
            private final String[] paths;

            GrantOn(String... paths) {
                this.paths = paths;
            }

            public MockAuthorizationStrategy to(String... sids) {
                grants.add(implied, permissions, paths, sids);
                return MockAuthorizationStrategy.this;
            }

            public MockAuthorizationStrategy to(User... users) {
                return to(Arrays.stream(users).map(User::getId).toArray(String[]::new));
            }

            public MockAuthorizationStrategy toEveryone() {
                return to(Grants.EVERYONE);
            }

            public MockAuthorizationStrategy toAuthenticated() {
                return to("authenticated");
            }
        }
    }
}
