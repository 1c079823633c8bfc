package io.jenkins.plugins.itgc.slack;

import io.jenkins.plugins.itgc.connect.slack.SlackText;
import io.jenkins.plugins.itgc.people.Person;
import java.util.Optional;

/** Finds out who somebody in Slack is, by what that person or Slack itself can show. */
final class SlackPeople {
    private final SlackHost host;

    SlackPeople(SlackHost host) {
        this.host = host;
    }

    /** Takes a code that Jenkins gave to this person. */
    String redeem(SlackUser user, String code) {
        Optional<Person> person = host.linkCodes().take(code, user.account());
        if (person.isEmpty()) {
            return host.say("slack.code-wrong");
        }
        return host.identityLinks().link(host.people(), person.get(), user.account(), "one-time code")
                ? host.say("slack.code-taken", SlackText.escaped(person.get().id(), 100))
                : host.say("slack.account-known");
    }

    /** Asks Slack for an address that it has confirmed; quick, the answer comes later. */
    void lookUp(SlackUser user) {
        new SlackTalk(host).soon((api, slack) -> api.verifiedEmail(user.team(), user.user())
                .flatMap(email -> host.people().ofVerified(email))
                .ifPresent(person -> host.identityLinks()
                        .link(host.people(), person, user.account(), "address confirmed by Slack")));
    }
}
