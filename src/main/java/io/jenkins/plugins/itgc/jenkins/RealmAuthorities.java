package io.jenkins.plugins.itgc.jenkins;

import hudson.model.User;
import io.jenkins.plugins.itgc.people.Authorities;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;

/** What Jenkins' security realm says about users. */
final class RealmAuthorities implements Authorities {
    @Override
    public Set<String> of(String id) {
        User user = User.getById(id, true);
        if (user == null) {
            return Set.of();
        }
        try {
            return user.impersonate2().getAuthorities().stream()
                    .map(GrantedAuthority::getAuthority)
                    .collect(Collectors.toSet());
        } catch (AuthenticationException e) {
            return Set.of(); // an account that the realm does not know any more has no groups
        }
    }
}
