package io.jenkins.plugins.itgc.people;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is who in all systems.
 *
 * @param known one entry a person
 */
public record People(List<Known> known) {
    public People {
        known = List.copyOf(known);
    }

    /**
     * A person and their accounts.
     *
     * @param person the person
     * @param accounts in any system, further logins at the code host too
     * @param email address that a system has verified for one of its accounts; empty when accounts are not found by it
     */
    public record Known(Person person, Set<Account> accounts, String email) {
        /** Adds the login that names the person to the accounts, and takes null for an empty address. */
        public Known {
            Objects.requireNonNull(person, "person");
            Set<Account> all = new LinkedHashSet<>(accounts);
            all.add(Account.gitHub(person.id()));
            accounts = Set.copyOf(all);
            email = email == null ? "" : email.trim().toLowerCase(Locale.ROOT);
        }
    }

    /** No entries: a login at the code host is then a person of its own, and other accounts are nobody's. */
    public static People nobody() {
        return new People(List.of());
    }

    /** Whose account it is; empty when no entry tells, or when two entries claim it. */
    public Optional<Person> of(Account account) {
        return only(known.stream()
                .filter(entry -> entry.accounts().contains(account))
                .map(Known::person)
                .distinct()
                .toList());
    }

    /** Whose verified address it is; empty for null, when no entry tells, or when two entries claim it. */
    public Optional<Person> ofVerified(@Nullable String email) {
        String wanted = email == null ? "" : email.trim().toLowerCase(Locale.ROOT);
        return only(known.stream()
                .filter(entry -> !wanted.isEmpty() && entry.email().equals(wanted))
                .map(Known::person)
                .distinct()
                .toList());
    }

    private static Optional<Person> only(List<Person> found) {
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Who is behind a login at the code host: the person whose entry lists it, or else a person of that name. */
    public Person behind(String gitHubLogin) {
        return of(Account.gitHub(gitHubLogin)).orElseGet(() -> new Person(gitHubLogin));
    }

    /** The accounts of a person in one system. */
    public List<String> accounts(Person person, String system) {
        return known.stream()
                .filter(entry -> entry.person().equals(person))
                .flatMap(entry -> entry.accounts().stream())
                .filter(account -> account.system().equals(system))
                .map(Account::id)
                .sorted()
                .toList();
    }

    /** The same people, with an account more. */
    public People with(Person person, Account account) {
        List<Known> more = new java.util.ArrayList<>(known);
        more.add(new Known(person, Set.of(account), ""));
        return new People(more);
    }
}
