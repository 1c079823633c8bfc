package io.jenkins.plugins.itgc.review.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
     * @param trackerIds account in each ticket tracker, by the tracker's name
     */
    public record Person(String gitHub, Map<String, String> trackerIds) {
        public Person {
            InvalidPolicy.unless(
                    gitHub != null && !gitHub.isBlank(), "identities", "an entry names no GitHub login");
            trackerIds = Map.copyOf(trackerIds);
        }

        boolean has(String tracker, String id) {
            return id.equals(trackerIds.get(tracker));
        }
    }

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
                .filter(person -> person.has(tracker, id))
                .map(person -> person.gitHub().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        return logins.size() == 1 ? Optional.of(logins.get(0)) : Optional.empty();
    }
}
