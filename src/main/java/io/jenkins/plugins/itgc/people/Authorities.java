package io.jenkins.plugins.itgc.people;

import java.util.Set;

/** Port: what the controller's security realm says about its users. */
@FunctionalInterface
public interface Authorities {
    /** Nobody is in any group. */
    Authorities NONE = user -> Set.of();

    /**
     * The groups of a user.
     *
     * @param user id in Jenkins
     * @return empty for somebody whom the realm does not know, or not any more
     */
    Set<String> of(String user);
}
