package io.jenkins.plugins.itgc.people;

import java.util.Set;

/**
 * A group of approvers.
 *
 * @param name as quorums name it
 * @param members by name
 * @param authorities groups of Jenkins' own security realm whose members belong too
 */
public record Group(String name, Set<Person> members, Set<String> authorities) {
    public Group {
        members = Set.copyOf(members);
        authorities = Set.copyOf(authorities);
    }
}
