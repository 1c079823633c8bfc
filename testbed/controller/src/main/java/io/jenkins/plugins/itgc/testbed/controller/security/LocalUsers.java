package io.jenkins.plugins.itgc.testbed.controller.security;

import hudson.model.User;
import hudson.security.SecurityRealm;
import io.jenkins.plugins.itgc.testbed.controller.ControllerRuntime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCrypt;

/** The people of the configuration file, with hashed passwords. */
public final class LocalUsers extends SecurityRealm {
    private static final int COST = 6;

    private final Map<String, String> hashes = new ConcurrentHashMap<>();

    /** Adds a person, or changes the password. */
    public void add(String id, String name, String password) {
        hashes.put(id, BCrypt.hashpw(password, BCrypt.gensalt(COST)));
        User user = ControllerRuntime.current().users().get(id);
        User known = user == null ? User.getById(id, true) : user;
        known.setFullName(name == null ? id : name);
    }

    /** Asked at the login. */
    UserDetails authenticate2(String username, String password) throws AuthenticationException {
        String hash = hashes.get(username);
        if (hash == null || !BCrypt.checkpw(password, hash)) {
            throw new BadCredentialsException("Bad credentials");
        }
        return details(username);
    }

    @Override
    public UserDetails loadUserByUsername2(String username) throws UsernameNotFoundException {
        if (!hashes.containsKey(username)) {
            throw new UsernameNotFoundException(username);
        }
        return details(username);
    }

    private static UserDetails details(String username) {
        List<GrantedAuthority> authorities = List.of(new SimpleGrantedAuthority("authenticated"));
        return new org.springframework.security.core.userdetails.User(username, "", authorities);
    }
}
