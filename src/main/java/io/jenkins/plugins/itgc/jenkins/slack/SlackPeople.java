package io.jenkins.plugins.itgc.jenkins.slack;

import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.KnownPeople;
import io.jenkins.plugins.itgc.people.Person;
import java.util.Optional;

/** Finds out who somebody in Slack is, by what that person or Slack itself can show. */
final class SlackPeople {
    /** Takes a code that Jenkins gave to this person. */
    String redeem(SlackUser user, String code) {
        Optional<Person> person = ItgcServices.get().linkCodes().take(code, user.account());
        if (person.isEmpty()) {
            return "This code is wrong, used or too old. Take a new one in Jenkins, at /itgc-identity/.";
        }
        return ItgcServices.get().identityLinks().link(KnownPeople.now(), person.get(), user.account(), "one-time code")
                ? "This account is now known as " + person.get() + "."
                : "It is known already whose account this is.";
    }

    /** Asks Slack for an address that it has confirmed; quick, the answer comes later. */
    void lookUp(SlackUser user) {
        new SlackTalk().soon((api, slack) -> api.verifiedEmail(user.team(), user.user())
                .flatMap(email -> KnownPeople.now().ofVerified(email))
                .ifPresent(person -> ItgcServices.get()
                        .identityLinks()
                        .link(KnownPeople.now(), person, user.account(), "address confirmed by Slack")));
    }
}
