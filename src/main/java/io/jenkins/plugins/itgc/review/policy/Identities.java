package io.jenkins.plugins.itgc.review.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who is who: accounts of one person in several systems, entered by an administrator.
 *
 * @param people one entry a person
 */
public record Identities(List<Person> people) {
    public Identities {
        people = List.copyOf(people);
    }

    /**
     * One person.
     *
     * @param gitHub login at the code host
     * @param accounts accounts in ticket trackers
     */
    public record Person(String gitHub, Set<TrackerAccount> accounts) {
        public Person {
            InvalidPolicy.unless(
                    gitHub != null && !gitHub.isBlank(), "identities", "an entry names no GitHub login");
            accounts = Set.copyOf(accounts);
        }
    }

    /**
     * An account in a ticket tracker.
     *
     * @param tracker name of the tracker
     * @param id the tracker's own identifier of the account
     */
    public record TrackerAccount(String tracker, String id) {}

    public static Identities none() {
        return new Identities(List.of());
    }

    /**
     * The code host's login of a tracker's account, in lower case.
     *
     * @return empty when no entry tells, or when two entries claim the same account
     */
    public Optional<String> gitHubLogin(String tracker, String id) {
        List<String> logins = people.stream()
                .filter(person -> person.accounts().contains(new TrackerAccount(tracker, id)))
                .map(person -> person.gitHub().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        return logins.size() == 1 ? Optional.of(logins.get(0)) : Optional.empty();
    }
}
