package io.jenkins.plugins.itgc.slack;

import io.jenkins.plugins.itgc.connect.slack.SlackText;
import io.jenkins.plugins.itgc.dashboard.ActionResult;
import io.jenkins.plugins.itgc.dashboard.HoldActions;
import io.jenkins.plugins.itgc.people.Person;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Holds and releases environments for those who may. */
final class SlackHolds {
    private static final String BECAUSE = "because";

    private final SlackHost host;
    private final Optional<String> user;

    SlackHolds(SlackHost host, Person person) {
        this.host = host;
        this.user = host.rights(person).holder();
    }

    String hold(List<String> words) {
        int because = words.indexOf(BECAUSE);
        if (because < 1 || because > 2 || because == words.size() - 1) {
            return host.say("slack.hold-form");
        }
        String reason = String.join(" ", words.subList(because + 1, words.size()));
        return with(holds ->
                holds.place(words.get(0), service(words.subList(0, because)), user.orElseThrow(), reason, null));
    }

    String release(List<String> words) {
        return words.isEmpty()
                ? host.say("slack.release-form")
                : with(holds -> holds.release(words.get(0), service(words), user.orElseThrow()));
    }

    private static @Nullable String service(List<String> words) {
        return words.size() > 1 ? words.get(1) : null;
    }

    private String with(Function<HoldActions, ActionResult> work) {
        if (user.isEmpty()) {
            return host.say("slack.may-not-hold");
        }
        return host.holds()
                .map(holds -> SlackText.escaped(host.in(work.apply(holds).message()), 1000))
                .orElseGet(() -> host.say("slack.no-holds"));
    }
}
