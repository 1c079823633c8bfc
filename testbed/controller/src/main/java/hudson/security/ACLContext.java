package hudson.security;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Restores who acted before when it is closed. */
public class ACLContext implements AutoCloseable {
    private final SecurityContext previous = SecurityContextHolder.getContext();

    ACLContext(Authentication who) {
        SecurityContextHolder.setContext(new SecurityContextImpl(who));
    }

    public SecurityContext getPreviousContext2() {
        return previous;
    }

    @Override
    public void close() {
        SecurityContextHolder.setContext(previous);
    }
}
