package io.jenkins.plugins.itgc.jenkins.slack;

import io.jenkins.plugins.itgc.approval.Person;
import io.jenkins.plugins.itgc.jenkins.approval.IdentityLinks;
import io.jenkins.plugins.itgc.jenkins.approval.KnownPeople;
import io.jenkins.plugins.itgc.jenkins.approval.LinkCodes;
import java.util.Optional;

/** Finds out who somebody in Slack is, by what that person or Slack itself can show. */
final class SlackPeople {
    /** Takes a code that Jenkins gave to this person. */
    String redeem(SlackUser user, String code) {
        Optional<Person> person = LinkCodes.get().take(code, user.account());
        if (person.isEmpty()) {
            return "This code is wrong, used or too old. Take a new one in Jenkins, at /itgc-identity/.";
        }
        return IdentityLinks.get().link(person.get(), user.account(), "one-time code")
                ? "This account is now known as " + person.get() + "."
                : "It is known already whose account this is.";
    }

    /** Asks Slack for an address that it has confirmed; quick, the answer comes later. */
    void lookUp(SlackUser user) {
        new SlackTalk().soon((api, slack) -> api.verifiedEmail(user.team(), user.user())
                .flatMap(email -> KnownPeople.now().ofVerified(email))
                .ifPresent(person -> IdentityLinks.get().link(person, user.account(), "address confirmed by Slack")));
    }
}
