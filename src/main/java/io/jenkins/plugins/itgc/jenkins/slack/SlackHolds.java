package io.jenkins.plugins.itgc.jenkins.slack;

import hudson.ExtensionList;
import io.jenkins.plugins.itgc.connect.slack.SlackText;
import io.jenkins.plugins.itgc.jenkins.view.DeskAnswer;
import io.jenkins.plugins.itgc.jenkins.view.HoldDesk;
import io.jenkins.plugins.itgc.jenkins.view.ItgcPermissions;
import io.jenkins.plugins.itgc.people.Person;
import java.util.List;
import java.util.Optional;

/** Holds and releases environments for those who may. */
final class SlackHolds {
    private static final String BECAUSE = "because";

    private final Optional<String> user;

    SlackHolds(Person person) {
        this.user = new SlackRights(person).holder(ItgcPermissions.HOLD);
    }

    String hold(List<String> words) {
        int because = words.indexOf(BECAUSE);
        if (because < 1 || because > 2 || because == words.size() - 1) {
            return "Say it like: /deploy hold ENVIRONMENT [SERVICE] because REASON.";
        }
        String reason = String.join(" ", words.subList(because + 1, words.size()));
        return with(
                desk -> desk.place(words.get(0), service(words.subList(0, because)), user.orElseThrow(), reason, null));
    }

    String release(List<String> words) {
        return words.isEmpty()
                ? "Say it like: /deploy release ENVIRONMENT [SERVICE]."
                : with(desk -> desk.release(words.get(0), service(words), user.orElseThrow()));
    }

    private static String service(List<String> words) {
        return words.size() > 1 ? words.get(1) : null;
    }

    private String with(java.util.function.Function<HoldDesk, DeskAnswer> work) {
        if (user.isEmpty()) {
            return "Your account in Jenkins may not hold deploys.";
        }
        return ExtensionList.lookup(HoldDesk.class).stream()
                .findFirst()
                .map(desk -> SlackText.escaped(work.apply(desk).message(), 1000))
                .orElse("Nothing can be held on this controller.");
    }
}
