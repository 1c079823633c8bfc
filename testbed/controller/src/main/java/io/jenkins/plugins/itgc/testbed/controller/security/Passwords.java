package io.jenkins.plugins.itgc.testbed.controller.security;

import hudson.security.SecurityRealm;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.springframework.security.core.AuthenticationException;

/** Asks a security realm for its opinion of a password, as the real login filter does. */
public final class Passwords {
    private Passwords() {}

    /** Whether the realm accepts the password. */
    public static boolean fit(SecurityRealm realm, String user, String password) {
        try {
            Method method = find(realm.getClass());
            method.setAccessible(true);
            return method.invoke(realm, user, password) != null;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof AuthenticationException) {
                return false;
            }
            throw new IllegalStateException("The security realm failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The security realm checks no passwords", e);
        }
    }

    private static Method find(Class<?> realm) throws NoSuchMethodException {
        for (Class<?> c = realm; c != Object.class; c = c.getSuperclass()) {
            try {
                return c.getDeclaredMethod("authenticate2", String.class, String.class);
            } catch (NoSuchMethodException e) {
                // A superclass has it.
            }
        }
        throw new NoSuchMethodException("authenticate2");
    }
}
