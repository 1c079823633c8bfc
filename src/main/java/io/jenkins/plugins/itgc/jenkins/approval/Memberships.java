package io.jenkins.plugins.itgc.jenkins.approval;

import hudson.model.User;
import io.jenkins.plugins.itgc.approval.Account;
import io.jenkins.plugins.itgc.approval.ApprovalPolicy;
import io.jenkins.plugins.itgc.approval.People;
import io.jenkins.plugins.itgc.approval.Person;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;

/** Which groups somebody is in now: by the configuration, and by what Jenkins' security realm says. */
final class Memberships {
    private final ApprovalPolicy policy;
    private final People people;

    Memberships(ApprovalPolicy policy, People people) {
        this.policy = policy;
        this.people = people;
    }

    Set<String> of(Person person, Instant at) {
        return policy.groupsOf(person, authorities(person), at);
    }

    private Set<String> authorities(Person person) {
        boolean asked = policy.groups().stream().anyMatch(group -> !group.authorities().isEmpty());
        return asked
                ? people.accounts(person, Account.JENKINS).stream()
                        .flatMap(Memberships::authoritiesOf)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** An account that the realm does not know any more has no groups. */
    private static Stream<String> authoritiesOf(String id) {
        User user = User.getById(id, true);
        if (user == null) {
            return Stream.of();
        }
        try {
            return user.impersonate2().getAuthorities().stream().map(GrantedAuthority::getAuthority);
        } catch (AuthenticationException e) {
            return Stream.of();
        }
    }
}
