package io.jenkins.plugins.itgc.testbed.controller.security;

/** A security realm that the login page can ask. */
public interface PasswordCheck {
    /** Whether the password is right. */
    boolean accepts(String username, String password);
}
