package io.jenkins.plugins.itgc.slack;

import io.jenkins.plugins.itgc.connect.slack.SlackText;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.Worded;
import io.jenkins.plugins.itgc.ledger.projection.Deploy;
import io.jenkins.plugins.itgc.ledger.projection.DeployFilter;
import io.jenkins.plugins.itgc.ledger.projection.Projection;
import io.jenkins.plugins.itgc.people.Person;
import io.jenkins.plugins.itgc.window.DeployDate;
import io.jenkins.plugins.itgc.window.ReleasePlans;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plans dates for pull requests, for those who may hold deploys: until its date a deploy is held. */
final class SlackSchedule {
    private static final Pattern SUBJECT = Pattern.compile("([\\w./-]{1,200})#([1-9][0-9]{0,8})");

    private final SlackHost host;
    private final Rights rights;

    SlackSchedule(SlackHost host, Person person) {
        this.host = host;
        this.rights = host.rights(person);
    }

    /** Whether these words plan something; otherwise they ask what is planned. */
    static boolean plans(List<String> words) {
        return !words.isEmpty() && words.get(0).contains("#");
    }

    String plan(List<String> words) {
        Optional<String> user = rights.holder();
        Matcher subject = SUBJECT.matcher(words.get(0));
        int to = words.indexOf("for");
        List<String> date = words.subList(1, to < 0 ? words.size() : to);
        if (user.isEmpty()) {
            return host.say("slack.may-not-plan");
        }
        if (!subject.matches() || date.isEmpty() || to == words.size() - 1) {
            return host.say("slack.plan-form");
        }
        try {
            String environment = environment(to < 0 ? "" : words.get(to + 1));
            String text = String.join(" ", date);
            Instant at = text.equals("none") ? null : future(text);
            return planned(new ReleasePlans.Plan(
                    repository(subject.group(1)),
                    Integer.parseInt(subject.group(2)),
                    environment,
                    at,
                    at == null ? null : text,
                    user.get()));
        } catch (IllegalArgumentException e) {
            return SlackText.escaped(host.in(Worded.of(e)), 600);
        }
    }

    private Instant future(String text) {
        Instant at = DeployDate.parse(text);
        if (!at.isAfter(host.data().clock().instant())) {
            throw new IllegalArgumentException(host.say("slack.date-passed", text));
        }
        return at;
    }

    private String environment(String named) {
        if (!named.isEmpty()) {
            return host.environment(named);
        }
        List<String> withWindow = host.environmentsWithWindow();
        if (withWindow.size() != 1) {
            throw new IllegalArgumentException(host.say("slack.which-environment") + " " + host.say("slack.plan-form"));
        }
        return withWindow.get(0);
    }

    /** By its full name, or by a service of which a deploy is known that this person may see. */
    private String repository(String name) {
        if (name.contains("/")) {
            return RepositoryId.parse(name).toString();
        }
        Projection projection = host.data().current();
        return projection.deploys().find(DeployFilter.place(name, null), rights.scope(projection), 1).stream()
                .findFirst()
                .map(Deploy::repository)
                .orElseThrow(() -> new IllegalArgumentException(
                        host.say("slack.unknown-repository", name) + " " + host.say("slack.plan-form")));
    }

    private String planned(ReleasePlans.Plan plan) {
        host.plan(plan);
        String title = SlackText.escaped(plan.title(), 300);
        return plan.at() == null
                ? host.say("slack.unscheduled", title)
                : host.say("slack.scheduled", title, SlackText.escaped(plan.text(), 60), SlackText.time(plan.at()));
    }
}
