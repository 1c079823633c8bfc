package io.jenkins.plugins.itgc.approval;

import java.util.Set;

/**
 * A place in a quorum that one person fills.
 *
 * @param groups the person must be in one of these
 * @param onlyWithMigration the seat is there only when the change carries a database migration
 */
public record Seat(Set<String> groups, boolean onlyWithMigration) {
    public Seat {
        groups = Set.copyOf(groups);
    }

    boolean suits(Set<String> memberships) {
        return groups.stream().anyMatch(memberships::contains);
    }

    @Override
    public String toString() {
        return String.join(" or ", groups.stream().sorted().toList());
    }
}
